import { withMessageNames, type MessageTemplateDocument } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Send, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { languageNames, PageBody } from '../../shell/index.js';
import { AlertDialog, Badge, Button, ErrorSummary, IconButton, PageHeader, SegmentedControl, Select, showToast, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { recordScope } from '../formula/record-scope.js';
import { messageLanguages, readTemplate, writeTemplate, type MessageDraft, type MessageLanguage } from './message-draft.js';
import { MessagePreviewPane } from './MessagePreviewPane.js';
import { MessageText } from './MessageText.js';
import { useSendTestMessage } from './message-queries.js';
import styles from './Messages.module.css';

/** A message in three languages side by side, with what it comes to below. */
export function MessageEditor({ stated }: { readonly stated: StatedDocument<MessageTemplateDocument> }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const objects = useDraftedObjects();
  const { document: saved } = stated;
  const [initial, setInitial] = useState<MessageDraft>(() => readTemplate(saved));
  const [draft, setDraft] = useState(initial);
  const [language, setLanguage] = useState<MessageLanguage>(() => messageLanguages.find((one) => one === i18n.language) ?? 'en');
  const [recordId, setRecordId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isRemoving, setRemoving] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { mutate: sendTest, isPending: isSending } = useSendTestMessage();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const guard = useLeaveGuard(isDirty);
  const set = (changes: Partial<MessageDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const scope = useMemo(() => withMessageNames(draft.object === '' ? undefined : recordScope(objects, draft.object, { language: i18n.language })), [objects, draft.object, i18n.language]);
  const template = useMemo(() => writeTemplate(draft, saved), [draft, saved]);

  const attempt = async (edit: Parameters<typeof save>[0]): Promise<boolean> => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!isDirty || !await attempt({ documents: [template] })) return;
    setInitial(draft);
    showToast({ message: t('mail.saved', { name: draft.label.text }), tone: 'success' });
  };
  const test = () => sendTest({ template, language, recordId: draft.object === '' ? null : recordId }, {
    onSuccess: ({ status, toAddress, failure }) => showToast(status === 'sent' ? { message: t('mail.testSent', { address: toAddress }), tone: 'success' } : { message: status === 'unsent' ? t('mail.testUnsent') : t('mail.testFailed', { why: failure ?? '' }), tone: 'danger' }),
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  });
  const remove = async () => {
    const isDone = await attempt({ remove: [{ kind: 'message-template', name: saved.name }] });
    setRemoving(false);
    if (!isDone) return;
    setDraft(initial);
    showToast({ message: t('setup.remove.done', { name: draft.label.text }), tone: 'success', onUndo: undo });
    void navigate({ to: '/setup/messages' });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), worksWhileTyping: true, run: () => void submit() });
  useShortcut({ keys: 'mod+enter', label: t('mail.sendTest'), section: t('shell.setup'), worksWhileTyping: true, run: test });

  return (
    <PageBody>
      <div className={styles['page']}>
        <PageHeader title={draft.label.text || saved.name} badges={<StateBadge state={stated.state} />} description={t('mail.editorBody', { token: '{{ name }}' })} actions={(
          <>
            <IconButton icon={Trash2} label={t('mail.remove')} onPress={() => setRemoving(true)} />
            {draft.channel === 'email' && <Button icon={Send} isPending={isSending} onPress={test}>{t('mail.sendTest')}</Button>}
            <Button variant="primary" isDisabled={!isDirty} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
          </>
        )} />
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <div className={styles['settings']}>
          <TranslatedText label={t('setup.field.label')} isRequired value={draft.label} onChange={(label) => set({ label })} />
          <Select label={t('mail.about')} isClearable placeholder={t('mail.aboutNothing')} value={draft.object || null} onChange={(object) => { set({ object: object ?? '' }); setRecordId(null); }}
            choices={objects.filter(({ platform }) => !platform).map(({ name, label }) => ({ value: name, label }))} />
          <div className={styles['channel']}>
            <span className={styles['label']} aria-hidden>{t('mail.channel')}</span>
            <SegmentedControl label={t('mail.channel')} value={draft.channel} onChange={(channel) => set({ channel })} segments={[{ value: 'email', label: t('mail.channels.email') }, { value: 'notification', label: t('mail.channels.notification') }]} />
          </div>
        </div>
        <div className={styles['columns']}>
          {messageLanguages.map((one) => (
            <section key={one} className={styles['column']} aria-label={languageNames[one]}>
              <div className={styles['columnHead']}>
                <h2 className={styles['heading']} lang={one}>{languageNames[one]}</h2>
                {one === 'en' ? <Badge>{t('mail.forAllOthers')}</Badge> : (draft.bodies[one].trim() === '' || (draft.channel === 'email' && draft.subjects[one].trim() === '')) && <Badge tone="warning">{t('mail.missing')}</Badge>}
              </div>
              {draft.channel === 'email' && <MessageText label={t('mail.subject')} isLine language={one} scope={scope} value={draft.subjects[one]} onChange={(text) => set({ subjects: { ...draft.subjects, [one]: text } })} error={one === 'en' && draft.subjects.en.trim() === '' ? t('mail.subjectMissing') : undefined} />}
              <MessageText label={t('mail.body')} language={one} scope={scope} value={draft.bodies[one]} onChange={(text) => set({ bodies: { ...draft.bodies, [one]: text } })} error={one === 'en' && draft.bodies.en.trim() === '' ? t('mail.bodyMissing') : undefined} />
            </section>
          ))}
        </div>
        <p className={styles['quiet']}>{t('mail.marks')}</p>
        <MessagePreviewPane template={template} language={language} onLanguage={setLanguage} recordId={recordId} onRecord={setRecordId} />
      </div>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('mail.removeTitle', { name: draft.label.text })} confirmLabel={t('mail.remove')} isPending={isPending} onConfirm={() => void remove()}>{t('mail.removeBody')}</AlertDialog>
      {guard}
    </PageBody>
  );
}
