import { withMessageNames, type DocumentTemplateDocument } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { languageNames, PageBody } from '../../shell/index.js';
import { AlertDialog, Button, ErrorSummary, IconButton, PageHeader, SegmentedControl, showToast, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { recordScope } from '../formula/record-scope.js';
import { messageLanguages, type MessageLanguage } from '../messages/message-draft.js';
import { LetterBlocks } from './LetterBlocks.js';
import { LetterPreviewPane } from './LetterPreviewPane.js';
import { LetterSettings } from './LetterSettings.js';
import styles from './Letters.module.css';

/** A document in one language at a time, beside what it comes to for a record. */
export function LetterEditor({ stated }: { readonly stated: StatedDocument<DocumentTemplateDocument> }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const objects = useDraftedObjects();
  const { document: saved } = stated;
  const [initial, setInitial] = useState(saved);
  const [draft, setDraft] = useState(initial);
  const [language, setLanguage] = useState<MessageLanguage>(() => messageLanguages.find((one) => one === i18n.language) ?? 'en');
  const [recordId, setRecordId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isRemoving, setRemoving] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const guard = useLeaveGuard(isDirty);
  const scope = useMemo(() => withoutRecipient(withMessageNames(recordScope(objects, draft.object, { language: i18n.language }))), [objects, draft.object, i18n.language]);

  const attempt = async (edit: Parameters<typeof save>[0]): Promise<boolean> => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!isDirty || !await attempt({ documents: [draft] })) return;
    setInitial(draft);
    showToast({ message: t('letters.saved', { name: draft.title }), tone: 'success' });
  };
  const remove = async () => {
    const isDone = await attempt({ remove: [{ kind: 'document-template', name: saved.name }] });
    setRemoving(false);
    if (!isDone) return;
    setDraft(initial);
    showToast({ message: t('setup.remove.done', { name: draft.title }), tone: 'success', onUndo: undo });
    void navigate({ to: '/setup/letters' });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), worksWhileTyping: true, run: () => void submit() });

  return (
    <PageBody>
      <div className={styles['page']}>
        <PageHeader title={draft.title || saved.name} badges={<StateBadge state={stated.state} />} description={t('letters.editorBody', { token: '{{ name }}' })} actions={(
          <>
            <IconButton icon={Trash2} label={t('letters.remove')} onPress={() => setRemoving(true)} />
            <Button variant="primary" isDisabled={!isDirty} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
          </>
        )} />
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <div className={styles['sides']}>
          <div className={styles['editing']}>
            <div className={styles['row']}><SegmentedControl label={t('letters.language')} value={language} onChange={setLanguage} segments={messageLanguages.map((value) => ({ value, label: languageNames[value] }))} /></div>
            <LetterSettings template={draft} language={language} scope={scope} onChange={setDraft} />
            <LetterBlocks template={draft} language={language} scope={scope} objects={objects} onChange={(blocks) => setDraft((before) => ({ ...before, blocks }))} />
          </div>
          <LetterPreviewPane template={draft} language={language} recordId={recordId} onRecord={setRecordId} />
        </div>
      </div>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('letters.removeTitle', { name: draft.title })} confirmLabel={t('letters.remove')} isPending={isPending} onConfirm={() => void remove()}>{t('letters.removeBody')}</AlertDialog>
      {guard}
    </PageBody>
  );
}

/** A document is made for nobody in particular. */
function withoutRecipient(scope: ReturnType<typeof withMessageNames>): ReturnType<typeof withMessageNames> {
  return { ...scope, resolve: (path) => (path[0] === '$Recipient' ? undefined : scope.resolve(path)), suggest: (path) => (scope.suggest?.(path) ?? []).filter((name) => path.length > 0 || name !== '$Recipient') };
}
