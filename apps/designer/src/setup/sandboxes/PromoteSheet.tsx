import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorState, ErrorSummary, ProgressBar, Sheet, showToast, SkeletonLines } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { MergeReview } from '../merge/MergeReview.js';
import { useMergeChoices } from '../merge/use-merge-choices.js';
import { promotionOptions, usePromote, type Sandbox } from './sandbox-queries.js';

/** Three sides: what was copied, what the sandbox has made of it, what the org has become since. */
export function PromoteSheet({ sandbox, onClose }: { readonly sandbox: Sandbox; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { choices, consents, choose, consent, isReady } = useMergeChoices();
  const { data: review, isPending, isPlaceholderData, error, refetch } = useQuery(promotionOptions(sandbox.id, choices));
  const { mutateAsync: promote, isPending: isPromoting } = usePromote();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const broken = [...(review?.plan?.problems ?? []), ...problems];

  const run = async () => {
    const answer = await promote({ sandbox: sandbox.id, choices, consents: [...consents] }).catch((failure: Error) => ({ revision: null, problems: [{ path: '', code: 'failed', message: failure.message }] }));
    setProblems(answer.problems);
    if (answer.revision === null) return;
    showToast({ message: t('platform.sandboxes.promoted', { name: sandbox.name }), description: t('setup.publish.doneRevision', { number: answer.revision }), tone: 'success' });
    onClose();
  };
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen && !isPromoting) onClose(); }} size="large" isGuarded={isPromoting}
      title={t('platform.sandboxes.promoteTitle', { name: sandbox.name })} description={t('platform.sandboxes.promoteBody', { revision: sandbox.baseRevision })}
      footer={(
        <>
          <Button onPress={onClose} isDisabled={isPromoting}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={isPromoting} isDisabled={!review || review.changes.length + review.conflicts.length === 0 || isPlaceholderData || !isReady(review)} onPress={() => void run()}>{t('platform.sandboxes.promote')}</Button>
        </>
      )}>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {isPromoting && <ProgressBar label={t('platform.sandboxes.promoting')} />}
      {broken.length > 0 && <ErrorSummary title={t('platform.sandboxes.refusedPromotion')} entries={broken.map((problem) => ({ message: sayProblem(problem) }))} />}
      {review && <MergeReview review={review} choices={choices} onChoose={choose} consents={consents} onConsent={consent} isDisabled={isPromoting} sides={{ mine: t('platform.sandboxes.mine'), theirs: t('platform.sandboxes.theirs') }} />}
    </Sheet>
  );
}
