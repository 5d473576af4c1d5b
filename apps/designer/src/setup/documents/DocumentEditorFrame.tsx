import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../shell/index.js';
import { AlertDialog, Button, ErrorSummary, IconButton, PageHeader } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import type { DocumentState } from './document-types.js';
import { StateBadge } from './StateBadge.js';
import type { useDocumentEditor } from './use-document-editor.js';
import styles from './Documents.module.css';

export interface DocumentEditorFrameProps {
  readonly editor: Omit<ReturnType<typeof useDocumentEditor>, 'draft' | 'setDraft'>;
  readonly state: DocumentState;
  readonly description: string;
  readonly texts: { readonly remove: string; readonly removeTitle: string; readonly removeBody: string };
  /** Between removing and saving. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The head of an editor with what it can do, what was wrong with the last save, and the question before it is removed. */
export function DocumentEditorFrame({ editor, state, description, texts, actions, children }: DocumentEditorFrameProps) {
  const { t } = useTranslation();
  const { title, problems, canSave, isPending, submit, isRemoving, setRemoving, remove, guard } = editor;
  return (
    <PageBody>
      <div className={styles['page']}>
        <PageHeader title={title} badges={<StateBadge state={state} />} description={description} actions={(
          <>
            <IconButton icon={Trash2} label={texts.remove} onPress={() => setRemoving(true)} />
            {actions}
            <Button variant="primary" isDisabled={!canSave} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
          </>
        )} />
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        {children}
      </div>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={texts.removeTitle} confirmLabel={texts.remove} isPending={isPending} onConfirm={() => void remove()}>{texts.removeBody}</AlertDialog>
      {guard}
    </PageBody>
  );
}
