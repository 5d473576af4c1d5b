import { useQuery } from '@tanstack/react-query';
import { PlugZap, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../../api/index.js';
import { Button, ErrorState, ErrorSummary, Notice, NumberField, RadioGroup, Select, showToast, SkeletonLines, TextField } from '../../../ui/index.js';
import { matchProblems, sayProblem } from '../../form/match-problems.js';
import { useLeaveGuard } from '../../form/use-leave-guard.js';
import { mailSettingsOptions, useSaveMailSettings, useSendTestMail, useTestMailServer, type MailSettings } from './mail-queries.js';
import { readServer, usualPorts, writeServer, type ServerDraft } from './server-draft.js';
import styles from './Mail.module.css';

/** By which server mails go, and in whose name. */
export function ServerTab() {
  const { data, isPending, error, refetch } = useQuery(mailSettingsOptions);
  if (isPending) return <SkeletonLines count={6} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={() => void refetch()} />;
  return <ServerForm key={JSON.stringify(data)} settings={data} />;
}

function ServerForm({ settings }: { readonly settings: MailSettings }) {
  const { t } = useTranslation();
  const [initial] = useState(() => readServer(settings));
  const [draft, setDraft] = useState<ServerDraft>(initial);
  const [to, setTo] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, test, sendTest] = [useSaveMailSettings(), useTestMailServer(), useSendTestMail()];
  const isDirty = draft !== initial && JSON.stringify(draft) !== JSON.stringify(initial);
  const guard = useLeaveGuard(isDirty && !save.isSuccess);
  const set = (changes: Partial<ServerDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const fail = (error: Error) => {
    const found = error instanceof ApiError ? error.problems : [];
    setProblems(found);
    if (found.length === 0) showToast({ message: error.message, tone: 'danger' });
  };
  const { byField, rest } = matchProblems(problems, { host: ['/host'], port: ['/port'], security: ['/security'], userName: ['/userName'], fromName: ['/fromName'], fromAddress: ['/fromAddress'], replyTo: ['/replyTo'], perMinute: ['/perMinute'], to: ['/to'] });
  const submit = () => save.mutate(writeServer(draft), { onSuccess: () => { setProblems([]); showToast({ message: t('mail.serverSaved'), tone: 'success' }); }, onError: fail });
  const tryServer = () => test.mutate(writeServer(draft), { onSuccess: () => setProblems([]), onError: fail });
  const send = () => sendTest.mutate(to.trim(), {
    onSuccess: ({ status, toAddress, failure }) => showToast(status === 'sent' ? { message: t('mail.testSent', { address: toAddress }), tone: 'success' } : { message: status === 'unsent' ? t('mail.testUnsent') : t('mail.testFailed', { why: failure ?? '' }), tone: 'danger' }),
    onError: fail,
  });
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Notice tone={settings.server === 'NONE' ? 'warning' : 'success'} title={settings.server === 'NONE' ? t('mail.noServer') : t('mail.sendsAs', { sender: settings.sender ?? '' })}>{t(`mail.serverStates.${settings.server}`, { number: settings.limitPerMinute })}</Notice>
      {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
      <RadioGroup label={t('mail.way')} value={draft.isOwn ? 'own' : 'installation'} onChange={(way) => set({ isOwn: way === 'own' })} choices={[
        { value: 'installation', label: t('mail.ways.installation'), description: t(settings.hasInstallationServer ? 'mail.ways.installationBody' : 'mail.ways.installationNone') },
        { value: 'own', label: t('mail.ways.own'), description: t('mail.ways.ownBody') },
      ]} />
      {draft.isOwn && (
        <div className={styles['grid']}>
          <TextField label={t('mail.host')} isRequired isCode value={draft.host} onChange={(host) => set({ host })} placeholder="mail.example.com" error={byField.host ?? null} />
          <Select label={t('mail.security')} isRequired value={draft.security} onChange={(security) => { if (security !== null) set({ security, port: usualPorts[security] ?? draft.port }); }} error={byField.security ?? null} choices={['tls', 'starttls', 'none'].map((value) => ({ value, label: t(`mail.securities.${value}`) }))} />
          <TextField label={t('mail.port')} isRequired value={draft.port === null ? '' : String(draft.port)} maxLength={5} onChange={(text) => set({ port: /^\d+$/.test(text) ? Number(text) : null })} error={byField.port ?? null} help={t('mail.portHelp')} />
          <TextField label={t('mail.userName')} value={draft.userName} onChange={(userName) => set({ userName })} error={byField.userName ?? null} />
          <TextField label={t('mail.password')} type="password" value={draft.password} onChange={(password) => set({ password })} help={t(settings.hasPassword ? 'mail.passwordKept' : 'mail.passwordHelp')} />
          <TextField label={t('mail.fromAddress')} isRequired value={draft.fromAddress} onChange={(fromAddress) => set({ fromAddress })} placeholder="hello@example.com" error={byField.fromAddress ?? null} />
        </div>
      )}
      <div className={styles['grid']}>
        <TextField label={t('mail.fromName')} value={draft.fromName} onChange={(fromName) => set({ fromName })} help={t('mail.fromNameHelp')} error={byField.fromName ?? null} />
        <TextField label={t('mail.replyTo')} value={draft.replyTo} onChange={(replyTo) => set({ replyTo })} help={t('mail.replyToHelp')} error={byField.replyTo ?? null} />
        <NumberField label={t('mail.perMinute')} value={draft.perMinute} onChange={(perMinute) => set({ perMinute })} help={t('mail.perMinuteHelp')} error={byField.perMinute ?? null} />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" isDisabled={!isDirty} isPending={save.isPending}>{t('ui.save')}</Button>
        <Button icon={PlugZap} isPending={test.isPending} onPress={tryServer}>{t('mail.testConnection')}</Button>
      </div>
      {test.data && (
        <section className={styles['section']} aria-live="polite">
          <Notice tone={test.data.ok ? 'success' : 'danger'} title={test.data.message} />
          {test.data.transcript.length > 0 && <pre className={styles['plain']} aria-label={t('mail.transcript')}>{test.data.transcript.join('\n')}</pre>}
        </section>
      )}
      <section className={styles['trial']} aria-label={t('mail.sendTest')}>
        <TextField label={t('mail.testTo')} value={to} onChange={setTo} placeholder={t('mail.testToMe')} help={t('mail.testHelp')} error={byField.to ?? null} />
        <Button icon={Send} isPending={sendTest.isPending} isDisabled={isDirty} onPress={send}>{t('mail.sendTest')}</Button>
      </section>
      {guard}
    </form>
  );
}
