import { RotateCw, SquareX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, Button, showToast } from '../../../ui/index.js';
import type { Run } from '../automation-types.js';
import { RunLogButton } from '../runs/RunLogButton.js';
import { useEndRuns, useRetryRuns } from './care-queries.js';

/** What can be done about one run: its log kept as a file, again from the step that failed, again with the current version, or no more. */
export function RunActions({ run, version }: { readonly run: Run; readonly version: number | null | undefined }) {
  const { t } = useTranslation();
  const retry = useRetryRuns();
  const end = useEndRuns();
  const [isEnding, setEnding] = useState(false);
  const isOver = run.status === 'DONE' || run.status === 'CANCELLED';
  const runs = { ids: [run.id] };
  const onError = (error: Error) => showToast({ message: error.message, tone: 'danger' });
  const again = (currentVersion: boolean) => retry.mutate({ runs, currentVersion }, { onSuccess: () => showToast({ message: t('automation.run.retried') }), onError });
  const isFailed = run.status === 'FAILED';
  const isOld = typeof version === 'number' && version > run.revision;
  return (
    <>
      <RunLogButton run={run} />
      {!isOver && <Button icon={SquareX} onPress={() => setEnding(true)}>{t('care.run.end')}</Button>}
      {isFailed && isOld && run.stepIsThere && <Button icon={RotateCw} isPending={retry.isPending} onPress={() => again(true)}>{t('care.run.retryCurrent')}</Button>}
      {(isFailed || (run.status === 'WAITING' && run.attempts > 0)) && <Button variant="primary" icon={RotateCw} isPending={retry.isPending} onPress={() => again(false)}>{t(isFailed ? 'automation.run.retry' : 'care.run.now')}</Button>}
      <AlertDialog isOpen={isEnding} onOpenChange={() => setEnding(false)} title={t('care.run.endTitle')} confirmLabel={t('care.run.end')} isPending={end.isPending}
        onConfirm={() => end.mutate(runs, { onSuccess: () => showToast({ message: t('care.run.ended') }), onError, onSettled: () => setEnding(false) })}>
        {t('care.parked.endBody')}
      </AlertDialog>
    </>
  );
}
