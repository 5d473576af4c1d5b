import { withMessageNames, type MessageTemplateDocument } from '@guanxi/metadata';
import { Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shell/index.js';
import { Badge, Button, SegmentedControl, Select, showToast, useShortcut } from '../../ui/index.js';
import { DocumentEditorFrame } from '../documents/DocumentEditorFrame.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { useDocumentEditor } from '../documents/use-document-editor.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { recordScope } from '../formula/record-scope.js';
import { messageLanguages, readTemplate, writeTemplate, type MessageDraft, type MessageLanguage } from './message-draft.js';
import { MessagePreviewPane } from './MessagePreviewPane.js';
import { MessageText } from './MessageText.js';
import { useSendTestMessage, useSendTestNotification } from './message-queries.js';
import { usePurposes } from './use-purposes.js';
import styles from './Messages.module.css';

/** A message in three languages side by side, with what it comes to below. */
export function MessageEditor({ stated }: { readonly stated: StatedDocument<MessageTemplateDocument> }) {
  const { t, i18n } = useTranslation();
  const objects = useDraftedObjects();
  const { document: saved } = stated;
  const editor = useDocumentEditor({
    kind: 'message-template', name: saved.name, start: () => readTemplate(saved), write: (wanted: MessageDraft) => writeTemplate(wanted, saved), titleOf: ({ label }) => label.text,
    saved: (name) => t('mail.saved', { name }), list: '/setup/messages',
  });
  const { draft, setDraft } = editor;
  const [language, setLanguage] = useState<MessageLanguage>(() => messageLanguages.find((one) => one === i18n.language) ?? 'en');
  const [recordId, setRecordId] = useState<string | null>(null);
  const { mutate: sendTest, isPending: isSending } = useSendTestMessage();
  const { mutate: tellTest, isPending: isTelling } = useSendTestNotification();
  const set = (changes: Partial<MessageDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const purposes = usePurposes();
  // A purpose that the ledger knows no more is shown as it is, so that it can be taken away.
  const choices = draft.purpose === '' || purposes.some(({ value }) => value === draft.purpose) ? purposes : [...purposes, { value: draft.purpose, label: draft.purpose }];
  const scope = useMemo(() => withMessageNames(draft.object === '' ? undefined : recordScope(objects, draft.object, { language: i18n.language })), [objects, draft.object, i18n.language]);
  const template = useMemo(() => writeTemplate(draft, saved), [draft, saved]);

  const tried = { template, language, recordId: draft.object === '' ? null : recordId };
  const test = () => (draft.channel === 'notification' ? tellTest(tried, {
    onSuccess: (isShown) => showToast(isShown ? { message: t('mail.testTold'), tone: 'success' } : { message: t('mail.testUnwanted') }),
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  }) : sendTest(tried, {
    onSuccess: ({ status, toAddress, failure }) => showToast(status === 'sent' ? { message: t('mail.testSent', { address: toAddress }), tone: 'success' } : { message: status === 'unsent' ? t('mail.testUnsent') : t('mail.testFailed', { why: failure ?? '' }), tone: 'danger' }),
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  }));
  useShortcut({ keys: 'mod+enter', label: t('mail.sendTest'), section: t('shell.setup'), worksWhileTyping: true, run: test });

  return (
    <DocumentEditorFrame editor={editor} state={stated.state} description={t('mail.editorBody', { token: '{{ name }}' })} texts={{ remove: t('mail.remove'), removeTitle: t('mail.removeTitle', { name: draft.label.text }), removeBody: t('mail.removeBody') }}
      actions={<Button icon={Send} isPending={isSending || isTelling} onPress={test}>{t('mail.sendTest')}</Button>}>
      <div className={styles['settings']}>
        <TranslatedText label={t('setup.field.label')} isRequired value={draft.label} onChange={(label) => set({ label })} />
        <Select label={t('mail.about')} isClearable placeholder={t('mail.aboutNothing')} value={draft.object || null} onChange={(object) => { set({ object: object ?? '' }); setRecordId(null); }}
          choices={objects.filter(({ platform }) => !platform).map(({ name, label }) => ({ value: name, label }))} />
        <div className={styles['channel']}>
          <span className={styles['label']} aria-hidden>{t('mail.channel')}</span>
          <SegmentedControl label={t('mail.channel')} value={draft.channel} onChange={(channel) => set({ channel })} segments={[{ value: 'email', label: t('mail.channels.email') }, { value: 'notification', label: t('mail.channels.notification') }]} />
        </div>
        {draft.channel === 'email' && choices.length > 0 && <Select label={t('mail.purpose')} isClearable placeholder={t('mail.purposeNone')} help={t('mail.purposeHelp')} value={draft.purpose || null} onChange={(purpose) => set({ purpose: purpose ?? '' })} choices={choices} />}
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
    </DocumentEditorFrame>
  );
}
