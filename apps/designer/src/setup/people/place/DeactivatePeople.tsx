import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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
  readonly schedules: number;
  readonly views: number;
  readonly webhooks: number;
  readonly keys: number;
}

interface Outcome {
  readonly userId: string;
  /** Why this person was not deactivated. */
  readonly problem: string | null;
  readonly departure: { readonly operationId: string | null; readonly refusal: string | null; readonly queues: readonly string[]; readonly queueRefusal: string | null } | null;
}

interface DeactivatePeopleProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  /** Something was done. */
  readonly onDone?: () => void;
}

const HOLDINGS = 'query ($ids: [ID!]!) { holdingsOf(userIds: $ids) { records { object count } approvals forms queues schedules views webhooks keys } }';
const DEACTIVATE = `mutation ($ids: [ID!]!, $to: ID, $objects: [String!], $queues: Boolean) {
  deactivateUsers(ids: $ids, transferTo: $to, objects: $objects, queues: $queues) { userId problem departure { operationId refusal queues queueRefusal } } }`;

/** Switches people off, and says who takes over what is theirs. Handing over the records can be undone. */
export function DeactivatePeople({ people: leaving, onClose, onDone }: DeactivatePeopleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data: workspace } = useWorkspaceQuery();
  const { data: people = [] } = useQuery(placesOptions);
  const ids = leaving.map(({ id }) => id);
  const { data: holdings, error } = useQuery({
    queryKey: ['setup', 'holdings', ids], staleTime: 0,
    queryFn: async ({ signal }) => (await metadataRequest<{ holdingsOf: Holdings }>(HOLDINGS, { ids }, signal)).holdingsOf,
  });
  const [heir, setHeir] = useState<string | null>(null);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [inQueues, setInQueues] = useState(true);
  const [isPending, setPending] = useState(false);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const isOver = useRef(false);
  const name = leaving.length === 1 ? (leaving[0]?.name ?? '') : t('sharing.leaving.people', { count: leaving.length });
  const nameOf = (id: string) => leaving.find((one) => one.id === id)?.name ?? '';
  const labelOf = (object: string) => workspace?.objects.find((one) => one.name === object)?.pluralLabel ?? object;
  const undo = async (operations: readonly string[]) => {
    for (const id of operations) await metadataRequest('mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id }).catch((failure: Error) => showToast({ message: failure.message, tone: 'danger' }));
  };
  const submit = async () => {
    setPending(true);
    setTroubles([]);
    const objects = holdings && kept.size > 0 ? holdings.records.map(({ object }) => object).filter((one) => !kept.has(one)) : null;
    try {
      const { deactivateUsers: outcomes } = await metadataRequest<{ deactivateUsers: Outcome[] }>(DEACTIVATE, { ids, to: heir, objects, queues: inQueues });
      await Promise.all([client.invalidateQueries({ queryKey: ['setup', 'users'] }), client.invalidateQueries({ queryKey: placesOptions.queryKey }), client.invalidateQueries({ queryKey: ['setup', 'draft'] })]);
      tell(outcomes);
    } catch (failure) {
      setTroubles([failure instanceof ApiError && failure.problems[0] ? failure.problems[0].message : String((failure as Error).message)]);
    } finally {
      setPending(false);
    }
  };
  const tell = (outcomes: readonly Outcome[]) => {
    const operations = outcomes.flatMap(({ departure }) => departure?.operationId ?? []);
    const done = outcomes.filter(({ departure }) => departure !== null);
    const queues = [...new Set(done.flatMap(({ departure }) => departure?.queues ?? []))];
    const found = [...new Set(outcomes.flatMap(({ userId, problem, departure }) => [
      ...(problem === null ? [] : [t('sharing.leaving.failed', { name: nameOf(userId), reason: problem })]),
      ...(departure?.refusal == null ? [] : [t('sharing.leaving.stayed', { name: nameOf(userId), reason: departure.refusal })]),
      ...(departure?.queueRefusal == null ? [] : [t('sharing.leaving.queuesStayed', { reason: departure.queueRefusal })]),
    ]))];
    if (done.length > 0) {
      const who = done.length === 1 ? nameOf(done[0]?.userId ?? '') : t('sharing.leaving.people', { count: done.length });
      const message = t(operations.length === 0 ? 'sharing.leaving.done' : 'sharing.leaving.handedOver', { name: who, count: done.length });
      showToast({ message: queues.length === 0 ? message : `${message} ${t('sharing.leaving.drafted', { queues: queues.join(t('people.and')) })}`, tone: 'success', ...(operations.length > 0 && { onUndo: () => void undo(operations) }) });
    }
    isOver.current = done.length > 0;
    if (found.length > 0) return setTroubles(found);
    close();
  };
  const close = () => {
    if (isOver.current) onDone?.();
    onClose();
  };
  const stops = holdings !== undefined && holdings.webhooks + holdings.keys > 0;
  const waiting = holdings === undefined ? [] : (['approvals', 'forms', 'schedules', 'views'] as const).filter((kind) => holdings[kind] > 0);
  const hasDuties = holdings !== undefined && (holdings.records.length > 0 || waiting.length > 0);
  return (
    <Dialog isOpen onOpenChange={close} title={t(leaving.length === 1 ? 'setup.users.deactivateTitle' : 'identity.users.deactivateSeveral', { name, count: leaving.length })} description={t('setup.users.deactivateBody')}
      footer={<><Button onPress={close}>{t(isOver.current ? 'identity.sheet.done' : 'ui.cancel')}</Button><Button variant="danger" isPending={isPending} isDisabled={isOver.current} onPress={() => void submit()}>{t(heir === null ? 'setup.users.deactivate' : 'sharing.leaving.confirm')}</Button></>}>
      <div className={formStyles['stack']}>
        {troubles.map((trouble) => <Notice key={trouble} tone="danger">{trouble}</Notice>)}
        {!holdings && !error && <SkeletonLines count={3} />}
        {error && <Notice tone="warning">{error.message}</Notice>}
        {holdings && !isOver.current && (
          <>
            <ComboBox label={t('sharing.leaving.heir')} help={t('sharing.leaving.heirHelp')} value={heir} onChange={setHeir} placeholder={t('sharing.leaving.nobody')}
              choices={people.filter(({ id, active }) => active && !ids.includes(id)).map(({ id, name: label, email }) => ({ value: id, label, description: email }))} />
            {holdings.records.length > 0 && (
              <fieldset className={formStyles['picker']}>
                <legend className={formStyles['legend']}>{t('sharing.leaving.records')}</legend>
                {holdings.records.map(({ object, count }) => (
                  <Checkbox key={object} isDisabled={heir === null} isSelected={!kept.has(object)} onChange={(isOn) => setKept((before) => new Set(isOn ? [...before].filter((one) => one !== object) : [...before, object]))}>{t('sharing.leaving.owned', { object: labelOf(object), count: format.number(count) })}</Checkbox>
                ))}
              </fieldset>
            )}
            {waiting.length > 0 && <p className={formStyles['hint']}>{t('sharing.leaving.duties', { list: waiting.map((kind) => t(`sharing.leaving.${kind}`, { count: holdings[kind], number: format.number(holdings[kind]) })).join(t('people.and')) })}</p>}
            {holdings.queues.length > 0 && (heir === null
              ? <Notice tone="info">{t('sharing.leaving.queues', { queues: holdings.queues.join(t('people.and')) })}</Notice>
              : <Checkbox isSelected={inQueues} onChange={setInQueues}>{t('sharing.leaving.inQueues', { queues: holdings.queues.join(t('people.and')) })}</Checkbox>)}
            {stops && <Notice tone="info">{t('sharing.leaving.stops', { webhooks: format.number(holdings.webhooks), keys: format.number(holdings.keys) })}</Notice>}
            {hasDuties && heir === null && <Notice tone="warning">{t('sharing.leaving.warning', { name, count: leaving.length })}</Notice>}
          </>
        )}
      </div>
    </Dialog>
  );
}
