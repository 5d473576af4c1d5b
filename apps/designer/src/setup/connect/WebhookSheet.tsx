import type { WorkspaceDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { Button, Checkbox, ErrorSummary, Field, MultiSelect, Sheet, showToast, TextArea, TextField } from '../../ui/index.js';
import { SubjectEditor } from './SubjectEditor.js';
import { readHeaders, readSubjects, startSubject, type SubjectDraft } from './webhook-draft.js';
import { useSaveWebhook, webhookKinds, type Webhook, type WebhookKind } from './webhook-queries.js';
import styles from '../form/Form.module.css';

interface WebhookSheetProps {
  /** Null for a new one. */
  readonly webhook: Webhook | null;
  readonly workspace: WorkspaceDescription;
  readonly onSecret: (secret: string) => void;
  readonly onClose: () => void;
}

/** Where messages go, and what they tell of. */
export function WebhookSheet({ webhook, workspace, onSecret, onClose }: WebhookSheetProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(webhook?.kinds ?? ['created', 'updated', 'deleted']);
  const [subjects, setSubjects] = useState<readonly SubjectDraft[]>(() => (webhook?.subjects ?? []).map((subject) => startSubject(workspace, subject)));
  const [headers, setHeaders] = useState('');
  const [problems, setProblems] = useState<readonly Pick<Problem, 'path' | 'message'>[]>([]);
  const { mutateAsync: save, isPending } = useSaveWebhook();
  const objects = workspace.objects.filter(({ platform }) => !platform);
  const faultOf = (path: string) => problems.find((problem) => problem.path === path)?.message ?? null;
  const known = new Set(['/name', '/url', '/kinds', '/subjects', '/headers', ...subjects.flatMap((_, index) => [`/subjects/${index}/where`, `/subjects/${index}/fields`])]);
  const others = problems.filter(({ path }) => !known.has(path));

  const submit = async () => {
    const [readOnes, readHeads] = [readSubjects(workspace, subjects), readHeaders(headers)];
    const faults = [...[...readOnes.wrong].map(([index, fault]) => ({ path: `/subjects/${index}/where`, message: t(`connect.webhooks.${fault}`) })), ...(readHeads ? [] : [{ path: '/headers', message: t('connect.webhooks.noHeaders') }])];
    setProblems(faults);
    if (faults.length > 0) return;
    try {
      const secret = await save({ ...(webhook && { id: webhook.id }), input: { name, url, kinds, subjects: readOnes.subjects, ...(readHeads && headers.trim() !== '' && { headers: readHeads }) } });
      if (secret === null) showToast({ message: t('connect.webhooks.saved') });
      else onSecret(secret);
      onClose();
    } catch (failure) {
      setProblems(failure instanceof ApiError && failure.problems.length > 0 ? failure.problems : [{ path: '', message: failure instanceof Error ? failure.message : String(failure) }]);
    }
  };
  const choose = (names: readonly string[]) => setSubjects(names.map((object) => subjects.find((subject) => subject.object === object) ?? startSubject(workspace, { object, where: null, fields: null })));
  return (
    <Sheet isOpen size="large" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={webhook ? t('connect.webhooks.edit') : t('connect.webhooks.new')} description={t('connect.webhooks.sheetBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => void submit()}>{webhook ? t('ui.save') : t('connect.webhooks.create')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {others.length > 0 && <ErrorSummary title={t('connect.webhooks.refused')} entries={others} />}
        <TextField label={t('connect.webhooks.name')} isRequired autoFocus maxLength={200} placeholder={t('connect.webhooks.nameExample')} value={name} onChange={setName} error={faultOf('/name')} />
        <TextField label={t('connect.webhooks.url')} isRequired type="url" placeholder="https://" value={url} onChange={setUrl} help={t('connect.webhooks.urlHelp')} error={faultOf('/url')} />
        <MultiSelect label={t('connect.webhooks.objects')} isRequired value={subjects.map(({ object }) => object)} onChange={choose} choices={objects.map((object) => ({ value: object.name, label: object.pluralLabel }))} error={faultOf('/subjects')} />
        <Field label={t('connect.webhooks.kinds')} error={faultOf('/kinds')}>
          <div className={styles['settings']}>
            {webhookKinds.map((kind) => <Checkbox key={kind} isSelected={kinds.includes(kind)} onChange={(isSelected) => setKinds(webhookKinds.filter((one) => (one === kind ? isSelected : kinds.includes(one))))}>{t(`connect.webhooks.kind.${kind}`)}</Checkbox>)}
          </div>
        </Field>
        {subjects.map((subject, index) => {
          const object = objects.find((one) => one.name === subject.object);
          return object && <SubjectEditor key={subject.object} workspace={workspace} object={object} subject={subject} faults={{ where: faultOf(`/subjects/${index}/where`), fields: faultOf(`/subjects/${index}/fields`) }} onChange={(next) => setSubjects(subjects.map((one) => (one.object === next.object ? next : one)))} />;
        })}
        <TextArea label={t('connect.webhooks.headers')} isCode rows={2} value={headers} onChange={setHeaders} placeholder="x-tenant: seven" help={webhook && webhook.headerNames.length > 0 ? t('connect.webhooks.headersKept', { names: webhook.headerNames.join(', ') }) : t('connect.webhooks.headersHelp')} error={faultOf('/headers')} />
      </form>
    </Sheet>
  );
}
