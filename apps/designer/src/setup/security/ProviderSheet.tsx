import { useQuery } from '@tanstack/react-query';
import { PlugZap, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { AlertDialog, Button, Checkbox, CodeText, ErrorSummary, Field, MultiSelect, Notice, Sheet, showToast, TextField } from '../../ui/index.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { MappingEditor } from './MappingEditor.js';
import { useRemoveProvider, useSaveProvider, useTestProvider, type Provider, type ProviderInput } from './security-queries.js';
import styles from './Security.module.css';

interface ProviderSheetProps {
  readonly provider: Provider | null;
  readonly redirectAddress: string;
  readonly onClose: () => void;
}

const EMPTY: ProviderInput = { name: '', active: true, issuer: '', clientId: '', scopes: 'openid profile email', domains: [], trustsEmail: false, makesUsers: true, endsThere: false, defaultPermissionSets: [], groupClaim: null, mappings: [], needsGroup: false };

/** One provider: where it is, whom it may speak for, and what its groups give. */
export function ProviderSheet({ provider, redirectAddress, onClose }: ProviderSheetProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ProviderInput>(() => (provider ? inputOf(provider) : EMPTY));
  const [secret, setSecret] = useState('');
  const [domains, setDomains] = useState(draft.domains.join(', '));
  const [isRemoving, setRemoving] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, remove, test] = [useSaveProvider(), useRemoveProvider(), useTestProvider()];
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const set = (changes: Partial<ProviderInput>) => setDraft((before) => ({ ...before, ...changes }));
  const fail = (error: Error) => {
    const found = error instanceof ApiError ? error.problems : [];
    setProblems(found);
    if (found.length === 0) showToast({ message: error.message, tone: 'danger' });
  };
  const { byField, rest } = matchProblems(problems, { name: ['/name'], issuer: ['/issuer'], clientId: ['/clientId'], scopes: ['/scopes'], domains: ['/domains'], groupClaim: ['/groupClaim'], mappings: ['/mappings'], sets: ['/defaultPermissionSets'] });
  const submit = () => save.mutate({ id: provider?.id ?? null, input: { ...draft, domains: domains.split(/[\s,]+/).filter((domain) => domain !== ''), ...(secret !== '' && { clientSecret: secret }) } }, {
    onSuccess: () => { showToast({ message: t('security.providers.saved', { name: draft.name }), tone: 'success' }); onClose(); }, onError: fail,
  });
  const tryIt = () => test.mutate(draft.issuer, { onSuccess: ({ issuer }) => { setProblems([]); if (issuer !== null) set({ issuer }); }, onError: fail });
  return (
    <Sheet isOpen size="large" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={provider?.name ?? t('security.providers.add')}
      footer={<>{provider && <Button variant="danger" icon={Trash2} onPress={() => setRemoving(true)}>{t('security.providers.remove')}</Button>}<Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={save.isPending} onPress={submit}>{t('ui.save')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
        <Notice tone="info" title={t('security.providers.register')}><CodeText isBlock isCopyable>{redirectAddress}</CodeText></Notice>
        <TextField label={t('security.providers.name')} isRequired value={draft.name} onChange={(name) => set({ name })} maxLength={80} placeholder="Microsoft Entra ID" help={t('security.providers.nameHelp')} error={byField.name ?? null} />
        <TextField label={t('security.providers.issuer')} isRequired isCode value={draft.issuer} onChange={(issuer) => set({ issuer })} placeholder="https://login.microsoftonline.com/<tenant>/v2.0" help={t('security.providers.issuerHelp')} error={byField.issuer ?? null} />
        <div><Button icon={PlugZap} isPending={test.isPending} isDisabled={draft.issuer.trim() === ''} onPress={tryIt}>{t('security.providers.test')}</Button></div>
        {test.data && <div className={styles['group']} aria-live="polite"><Notice tone={test.data.works ? 'success' : 'danger'} title={t(test.data.works ? 'security.providers.works' : 'security.providers.fails')} /><pre className={styles['report']} tabIndex={0} aria-label={t('security.providers.report')}>{test.data.report}</pre></div>}
        <div className={styles['grid']}>
          <TextField label={t('security.providers.clientId')} isRequired isCode value={draft.clientId} onChange={(clientId) => set({ clientId })} error={byField.clientId ?? null} />
          <TextField label={t('security.providers.clientSecret')} type="password" value={secret} onChange={setSecret} autoComplete="off" help={t(provider?.hasSecret ? 'security.providers.secretKept' : 'security.providers.secretHelp')} />
        </div>
        <TextField label={t('security.providers.domains')} isRequired value={domains} onChange={setDomains} placeholder="example.com" help={t('security.providers.domainsHelp')} error={byField.domains ?? null} />
        <Field label={t('security.providers.whom')}>
          <div className={styles['group']}>
            <Checkbox isSelected={draft.active} onChange={(active) => set({ active })}>{t('security.providers.active')}</Checkbox>
            <Checkbox isSelected={draft.makesUsers} onChange={(makesUsers) => set({ makesUsers })}>{t('security.providers.makesUsers')}</Checkbox>
            <Checkbox isSelected={draft.trustsEmail} onChange={(trustsEmail) => set({ trustsEmail })}>{t('security.providers.trustsEmail')}</Checkbox>
            <Checkbox isSelected={draft.endsThere} onChange={(endsThere) => set({ endsThere })}>{t('security.providers.endsThere')}</Checkbox>
          </div>
        </Field>
        {draft.makesUsers && <MultiSelect label={t('security.providers.defaultSets')} value={draft.defaultPermissionSets} onChange={(defaultPermissionSets) => set({ defaultPermissionSets })} choices={sets.map(({ name, title }) => ({ value: name, label: title }))} error={byField.sets ?? null} />}
        <div className={styles['grid']}>
          <TextField label={t('security.providers.groupClaim')} isCode value={draft.groupClaim ?? ''} onChange={(text) => set({ groupClaim: text === '' ? null : text })} placeholder="groups" help={t('security.providers.groupClaimHelp')} error={byField.groupClaim ?? null} />
          <TextField label={t('security.providers.scopes')} isCode value={draft.scopes} onChange={(scopes) => set({ scopes })} error={byField.scopes ?? null} />
        </div>
        <MappingEditor mappings={draft.mappings} onChange={(mappings) => set({ mappings })} error={byField.mappings ?? null} />
        <Checkbox isSelected={draft.needsGroup} onChange={(needsGroup) => set({ needsGroup })}>{t('security.providers.needsGroup')}</Checkbox>
      </form>
      {isRemoving && provider && <AlertDialog isOpen onOpenChange={setRemoving} title={t('security.providers.removeTitle', { name: provider.name })} confirmLabel={t('security.providers.remove')} isPending={remove.isPending} onConfirm={() => remove.mutate(provider.id, { onSuccess: onClose, onError: (error) => { setRemoving(false); fail(error); } })}>{t('security.providers.removeBody', { count: provider.people })}</AlertDialog>}
    </Sheet>
  );
}

function inputOf({ id: _id, hasSecret: _hasSecret, people: _people, ...input }: Provider): ProviderInput {
  return input;
}
