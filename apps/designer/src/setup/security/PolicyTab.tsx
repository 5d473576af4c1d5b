import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, Checkbox, ErrorState, ErrorSummary, Notice, NumberField, RadioGroup, Select, showToast, SkeletonLines, TextArea } from '../../ui/index.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { usersOptions } from '../people/people-queries.js';
import { policyOptions, useSavePolicy, type SignInPolicy } from './security-queries.js';
import styles from './Security.module.css';

/** What ASVS and NIST advise for most organisations; who may sign in by what stays as it is. */
const BASELINE = { sessionHours: 12, idleMinutes: 30, factorRequired: 'admins', shortestPassword: 12, apiKeyDays: 365 } as const;

export function PolicyTab() {
  const { data, isPending, error, refetch } = useQuery(policyOptions);
  if (isPending) return <SkeletonLines count={6} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={() => void refetch()} />;
  const { ownAddress, factorFrom, ...policy } = data;
  return <PolicyForm key={JSON.stringify(policy)} policy={policy} factorFrom={factorFrom} ownAddress={ownAddress} />;
}

interface PolicyFormProps {
  readonly policy: SignInPolicy;
  /** Until then a second factor is not asked for; null: it is. */
  readonly factorFrom: string | null;
  readonly ownAddress: string;
}

function PolicyForm({ policy, factorFrom, ownAddress }: PolicyFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState(policy);
  const [networks, setNetworks] = useState(policy.addresses.join('\n'));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { data: users = [] } = useQuery(usersOptions);
  const save = useSavePolicy();
  const wanted: SignInPolicy = { ...draft, addresses: networks.split(/[\s,]+/).filter((network) => network !== '') };
  const isDirty = JSON.stringify(wanted) !== JSON.stringify(policy);
  const guard = useLeaveGuard(isDirty && !save.isSuccess);
  const set = (changes: Partial<SignInPolicy>) => setDraft((before) => ({ ...before, ...changes }));
  const isBaseline = Object.entries(BASELINE).every(([name, value]) => draft[name as keyof SignInPolicy] === value);
  const { byField, rest } = matchProblems(problems, { sessionHours: ['/sessionHours'], idleMinutes: ['/idleMinutes'], shortestPassword: ['/shortestPassword'], apiKeyDays: ['/apiKeyDays'], addresses: ['/addresses'], passwordAllowed: ['/passwordAllowed'], emergency: ['/emergencyUserId'] });
  const submit = () => save.mutate(wanted, {
    onSuccess: () => showToast({ message: t('security.rules.saved'), tone: 'success' }),
    onError: (error) => {
      const found = error instanceof ApiError ? error.problems : [];
      setProblems(found);
      if (found.length === 0) showToast({ message: error.message, tone: 'danger' });
    },
  });
  const admins = users.filter(({ active, permissionSets }) => active && permissionSets.includes('admin'));
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className={styles['head']}>
        <p className={styles['words']}>{t('security.rules.body')}</p>
        <Button icon={ShieldCheck} isDisabled={isBaseline} onPress={() => set(BASELINE)}>{t(isBaseline ? 'security.rules.isBaseline' : 'security.rules.baseline')}</Button>
      </div>
      {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
      <fieldset className={styles['group']}>
        <legend className={styles['heading']}>{t('security.rules.sessions')}</legend>
        <div className={styles['grid']}>
          <NumberField label={t('security.rules.sessionHours')} value={draft.sessionHours} min={1} unit={t('security.rules.hours')} onChange={(next) => set({ sessionHours: next ?? 0 })} help={t('security.rules.sessionHoursHelp')} error={byField.sessionHours ?? null} />
          <NumberField label={t('security.rules.idleMinutes')} value={draft.idleMinutes} min={5} unit={t('security.rules.minutes')} onChange={(next) => set({ idleMinutes: next ?? 0 })} help={t('security.rules.idleMinutesHelp')} error={byField.idleMinutes ?? null} />
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['heading']}>{t('security.rules.proof')}</legend>
        <RadioGroup label={t('security.rules.factor')} value={draft.factorRequired} onChange={(next) => set({ factorRequired: next as SignInPolicy['factorRequired'] })} choices={(['nobody', 'admins', 'everybody'] as const).map((value) => ({ value, label: t(`security.rules.factors.${value}`), description: t(`security.rules.factors.${value}Body`) }))} />
        {factorFrom && draft.factorRequired === policy.factorRequired && <Notice>{t('security.rules.factorFrom', { date: format.dateTime(factorFrom) })}</Notice>}
        {draft.factorRequired === 'nobody' && policy.factorRequired !== 'nobody' && <Notice tone="warning">{t('security.rules.factorNobody')}</Notice>}
        <div className={styles['grid']}>
          <NumberField label={t('security.rules.shortestPassword')} value={draft.shortestPassword} min={8} max={64} unit={t('security.rules.characters')} onChange={(next) => set({ shortestPassword: next ?? 0 })} help={t('security.rules.shortestPasswordHelp')} error={byField.shortestPassword ?? null} />
          <NumberField label={t('security.rules.apiKeyDays')} value={draft.apiKeyDays} min={1} unit={t('security.rules.days')} onChange={(apiKeyDays) => set({ apiKeyDays })} help={t('security.rules.apiKeyDaysHelp')} error={byField.apiKeyDays ?? null} />
        </div>
        <Checkbox isSelected={!draft.passwordAllowed} onChange={(isOnly) => set({ passwordAllowed: !isOnly })}>{t('security.rules.onlySso')}</Checkbox>
        {byField.passwordAllowed && <p role="alert" className={styles['quiet']}>{byField.passwordAllowed}</p>}
        {!draft.passwordAllowed && <Select label={t('security.rules.emergency')} isRequired value={draft.emergencyUserId} onChange={(emergencyUserId) => set({ emergencyUserId })} choices={admins.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))} help={t('security.rules.emergencyHelp')} error={byField.emergency ?? null} />}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['heading']}>{t('security.rules.networks')}</legend>
        <TextArea label={t('security.rules.addresses')} isCode rows={4} value={networks} onChange={setNetworks} placeholder={'203.0.113.0/24\n2001:db8::/32'} help={t('security.rules.addressesHelp', { address: ownAddress })} error={byField.addresses ?? null} />
      </fieldset>
      <div className={styles['buttons']}><Button type="submit" variant="primary" isDisabled={!isDirty} isPending={save.isPending}>{t('ui.save')}</Button></div>
      {guard}
    </form>
  );
}
