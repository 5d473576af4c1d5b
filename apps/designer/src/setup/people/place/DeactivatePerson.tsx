import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, metadataRequest, useWorkspaceQuery } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, Checkbox, ComboBox, Dialog, Notice, showToast, SkeletonLines } from '../../../ui/index.js';
import formStyles from '../../form/Form.module.css';
import { placesOptions } from './place-queries.js';

interface Holdings {
  readonly records: readonly { readonly object: string; readonly count: number }[];
  readonly approvals: number;
  readonly forms: number;
  readonly queues: readonly string[];
}

interface Departure { readonly operationId: string | null; readonly refusal: string | null }

interface DeactivatePersonProps {
  readonly user: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Switches a person off, and says who takes over what is theirs. Handing over the records can be undone. */
export function DeactivatePerson({ user, onClose }: DeactivatePersonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data: workspace } = useWorkspaceQuery();
  const { data: people = [] } = useQuery(placesOptions);
  const { data: holdings, error } = useQuery({
    queryKey: ['setup', 'holdings', user.id], staleTime: 0,
    queryFn: async ({ signal }) => (await metadataRequest<{ holdings: Holdings }>('query ($id: ID!) { holdings(userId: $id) { records { object count } approvals forms queues } }', { id: user.id }, signal)).holdings,
  });
  const [heir, setHeir] = useState<string | null>(null);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const labelOf = (name: string) => workspace?.objects.find((object) => object.name === name)?.pluralLabel ?? name;
  const undo = (id: string) => metadataRequest('mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id }).catch((failure: Error) => showToast({ message: failure.message, tone: 'danger' }));
  const submit = async () => {
    setPending(true);
    setRefusal(null);
    const objects = holdings && kept.size > 0 ? holdings.records.map(({ object }) => object).filter((name) => !kept.has(name)) : null;
    try {
      const { deactivateUser } = await metadataRequest<{ deactivateUser: Departure }>('mutation ($id: ID!, $to: ID, $objects: [String!]) { deactivateUser(id: $id, transferTo: $to, objects: $objects) { operationId refusal } }', { id: user.id, to: heir, objects });
      await Promise.all([client.invalidateQueries({ queryKey: ['setup', 'users'] }), client.invalidateQueries({ queryKey: placesOptions.queryKey })]);
      const { operationId } = deactivateUser;
      if (deactivateUser.refusal !== null) return setRefusal(t('sharing.leaving.stayed', { reason: deactivateUser.refusal }));
      showToast({ message: t(operationId === null ? 'sharing.leaving.done' : 'sharing.leaving.handedOver', { name: user.name }), tone: 'success', ...(operationId !== null && { onUndo: () => void undo(operationId) }) });
      onClose();
    } catch (failure) {
      setRefusal(failure instanceof ApiError && failure.problems[0] ? failure.problems[0].message : String((failure as Error).message));
    } finally {
      setPending(false);
    }
  };
  const hasDuties = holdings !== undefined && (holdings.records.length > 0 || holdings.approvals > 0 || holdings.forms > 0);
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('setup.users.deactivateTitle', { name: user.name })} description={t('setup.users.deactivateBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="danger" isPending={isPending} onPress={() => void submit()}>{t(heir === null ? 'setup.users.deactivate' : 'sharing.leaving.confirm')}</Button></>}>
      <div className={formStyles['stack']}>
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        {!holdings && !error && <SkeletonLines count={3} />}
        {error && <Notice tone="warning">{error.message}</Notice>}
        {holdings && (
          <>
            <ComboBox label={t('sharing.leaving.heir')} help={t('sharing.leaving.heirHelp')} value={heir} onChange={setHeir} placeholder={t('sharing.leaving.nobody')}
              choices={people.filter(({ id, active }) => active && id !== user.id).map(({ id, name, email }) => ({ value: id, label: name, description: email }))} />
            {holdings.records.length > 0 && (
              <fieldset className={formStyles['picker']}>
                <legend className={formStyles['legend']}>{t('sharing.leaving.records')}</legend>
                {holdings.records.map(({ object, count }) => (
                  <Checkbox key={object} isDisabled={heir === null} isSelected={!kept.has(object)} onChange={(isOn) => setKept((before) => new Set(isOn ? [...before].filter((one) => one !== object) : [...before, object]))}>{t('sharing.leaving.owned', { object: labelOf(object), count: format.number(count) })}</Checkbox>
                ))}
              </fieldset>
            )}
            {(holdings.approvals > 0 || holdings.forms > 0) && <p className={formStyles['hint']}>{t('sharing.leaving.duties', { approvals: format.number(holdings.approvals), forms: format.number(holdings.forms) })}</p>}
            {holdings.queues.length > 0 && <Notice tone="info">{t('sharing.leaving.queues', { queues: holdings.queues.join(t('people.and')) })}</Notice>}
            {hasDuties && heir === null && <Notice tone="warning">{t('sharing.leaving.warning', { name: user.name })}</Notice>}
          </>
        )}
      </div>
    </Dialog>
  );
}
