import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Badge, Button, ErrorState, ErrorSummary, ProgressBar, Sheet, showToast, SkeletonLines } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { MergeReview } from '../merge/MergeReview.js';
import { useMergeChoices } from '../merge/use-merge-choices.js';
import { appReviewOptions, useInstallApp } from './apps-queries.js';

/** What an app would bring, what it would change here, and where the admin has changed the same: before it is installed. */
export function InstallSheet({ bundle, fileName, onClose }: { readonly bundle: unknown; readonly fileName: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { choices, consents, choose, consent, isReady } = useMergeChoices();
  const { data: review, isPending, isPlaceholderData, error, refetch } = useQuery(appReviewOptions(bundle, choices));
  const { mutateAsync: install, isPending: isInstalling } = useInstallApp();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const broken = review ? [...review.problems, ...problems] : problems;
  const event = review?.event ?? 'install';

  const run = async () => {
    const answer = await install({ bundle, choices, consents: [...consents] }).catch((failure: Error) => ({ revision: null, problems: [{ path: '', code: 'failed', message: failure.message }] }));
    setProblems(answer.problems);
    if (answer.revision === null) return;
    showToast({ message: t(`platform.apps.done.${event}`, { name: review?.title ?? '' }), description: t('setup.publish.doneRevision', { number: answer.revision }), tone: 'success' });
    onClose();
  };
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen && !isInstalling) onClose(); }} size="large" isGuarded={isInstalling} title={review?.title ?? fileName}
      description={review?.version ? <>{review.present ? t('platform.apps.fromTo', { from: review.present, to: review.version }) : t('platform.apps.version', { version: review.version })}{' '}<Badge tone="info">{t(`platform.apps.event.${event}`)}</Badge></> : fileName}
      footer={(
        <>
          <Button onPress={onClose} isDisabled={isInstalling}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={isInstalling} isDisabled={!review || review.problems.length > 0 || isPlaceholderData || !isReady(review)} onPress={() => void run()}>{t(`platform.apps.act.${event}`)}</Button>
        </>
      )}>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {isInstalling && <ProgressBar label={t('platform.apps.installing')} />}
      {broken.length > 0 && <ErrorSummary title={t('platform.apps.refused')} entries={broken.map((problem) => ({ message: sayProblem(problem) }))} />}
      {review && review.problems.length === 0 && (
        <MergeReview review={review} choices={choices} onChoose={choose} consents={consents} onConsent={consent} isDisabled={isInstalling} sides={{ mine: t('platform.apps.mine'), theirs: t('platform.apps.theirs') }} />
      )}
    </Sheet>
  );
}
