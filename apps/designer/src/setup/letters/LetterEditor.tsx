import { withMessageNames, type DocumentTemplateDocument } from '@guanxi/metadata';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shell/index.js';
import { SegmentedControl } from '../../ui/index.js';
import { DocumentEditorFrame } from '../documents/DocumentEditorFrame.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { useDocumentEditor } from '../documents/use-document-editor.js';
import { recordScope } from '../formula/record-scope.js';
import { messageLanguages, type MessageLanguage } from '../messages/message-draft.js';
import { LetterBlocks } from './LetterBlocks.js';
import { LetterPreviewPane } from './LetterPreviewPane.js';
import { LetterSettings } from './LetterSettings.js';
import styles from './Letters.module.css';

/** A document in one language at a time, beside what it comes to for a record. */
export function LetterEditor({ stated }: { readonly stated: StatedDocument<DocumentTemplateDocument> }) {
  const { t, i18n } = useTranslation();
  const objects = useDraftedObjects();
  const { document: saved } = stated;
  const editor = useDocumentEditor({
    kind: 'document-template', name: saved.name, start: () => saved, write: (wanted) => wanted, titleOf: ({ title }) => title, saved: (name) => t('letters.saved', { name }), list: '/setup/letters',
  });
  const { draft, setDraft } = editor;
  const [language, setLanguage] = useState<MessageLanguage>(() => messageLanguages.find((one) => one === i18n.language) ?? 'en');
  const [recordId, setRecordId] = useState<string | null>(null);
  const scope = useMemo(() => withoutRecipient(withMessageNames(recordScope(objects, draft.object, { language: i18n.language }))), [objects, draft.object, i18n.language]);

  return (
    <DocumentEditorFrame editor={editor} state={stated.state} description={t('letters.editorBody', { token: '{{ name }}' })} texts={{ remove: t('letters.remove'), removeTitle: t('letters.removeTitle', { name: draft.title }), removeBody: t('letters.removeBody') }}>
      <div className={styles['sides']}>
        <div className={styles['editing']}>
          <div className={styles['row']}><SegmentedControl label={t('letters.language')} value={language} onChange={setLanguage} segments={messageLanguages.map((value) => ({ value, label: languageNames[value] }))} /></div>
          <LetterSettings template={draft} language={language} scope={scope} onChange={setDraft} />
          <LetterBlocks template={draft} language={language} scope={scope} objects={objects} onChange={(blocks) => setDraft((before) => ({ ...before, blocks }))} />
        </div>
        <LetterPreviewPane template={draft} language={language} recordId={recordId} onRecord={setRecordId} />
      </div>
    </DocumentEditorFrame>
  );
}

/** A document is made for nobody in particular. */
function withoutRecipient(scope: ReturnType<typeof withMessageNames>): ReturnType<typeof withMessageNames> {
  return { ...scope, resolve: (path) => (path[0] === '$Recipient' ? undefined : scope.resolve(path)), suggest: (path) => (scope.suggest?.(path) ?? []).filter((name) => path.length > 0 || name !== '$Recipient') };
}
