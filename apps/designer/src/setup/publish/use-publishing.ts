import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Problem } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import type { Plan } from '../documents/document-types.js';
import { usePublish } from '../documents/use-draft-edits.js';
import type { DraftKey } from './DraftedDocuments.js';

/** Publishing a plan and telling how it went. `onDone` is called when the revision is there. */
export function usePublishing(onDone: () => void) {
  const { t } = useTranslation();
  const { mutateAsync, isPending } = usePublish();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isStale, setStale] = useState(false);

  const publish = async (plan: Plan, consents: readonly string[], { only, note = '' }: { readonly only?: readonly DraftKey[] | undefined; readonly note?: string } = {}): Promise<boolean> => {
    setProblems([]);
    setStale(false);
    try {
      const answer = await mutateAsync({ baseRevision: plan.baseRevision, consents, ...(only && { only }), ...(note !== '' && { note }) });
      if (answer.revision === null) {
        setProblems(answer.problems);
        return false;
      }
      showToast({ message: t('setup.publish.done', { count: plan.changes.length }), description: t('setup.publish.doneRevision', { number: answer.revision }), tone: 'success' });
      onDone();
      return true;
    } catch (error) {
      const isConflict = error instanceof ApiError && error.code === 'CONFLICT' && typeof error.details['revision'] === 'number';
      setStale(isConflict);
      if (!isConflict) setProblems([{ path: '', code: 'failed', message: error instanceof Error ? error.message : String(error) }]);
      return false;
    }
  };

  return { publish, isPublishing: isPending, problems, isStale };
}
