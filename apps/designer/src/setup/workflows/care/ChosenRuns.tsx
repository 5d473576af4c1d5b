import { RotateCw, SquareX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { AlertDialog, Button, Checkbox, showToast } from '../../../ui/index.js';
import type { Run } from '../automation-types.js';
import { useEndRuns, useRetryRuns } from './care-queries.js';
import styles from './Care.module.css';

interface ChosenRunsProps {
  readonly runs: readonly Run[];
  readonly shown: readonly Run[];
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
  readonly onDone: () => void;
}

/** What can be done about several runs at once. */
export function ChosenRuns({ runs, shown, onChoose, onDone }: ChosenRunsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const retry = useRetryRuns();
  const end = useEndRuns();
  const [isEnding, setEnding] = useState(false);
  const failed = runs.filter(({ status }) => status === 'FAILED').map(({ id }) => id);
  const open = runs.filter(({ status }) => status !== 'DONE' && status !== 'CANCELLED').map(({ id }) => id);
  const onError = (error: Error) => showToast({ message: error.message, tone: 'danger' });
  const again = () => retry.mutate({ runs: { ids: failed }, currentVersion: false }, { onSuccess: (count) => { showToast({ message: t('care.parked.retried', { count, number: format.number(count) }) }); onDone(); }, onError });
  const endAll = () => end.mutate({ ids: open }, { onSuccess: (count) => { showToast({ message: t('care.parked.ended', { count, number: format.number(count) }) }); onDone(); }, onError, onSettled: () => setEnding(false) });
  return (
    <div className={styles['chosen']} role="toolbar" aria-label={t('ui.more')}>
      <Checkbox isSelected={runs.length > 0 && runs.length === shown.length} isIndeterminate={runs.length > 0 && runs.length < shown.length} onChange={(isChosen) => onChoose(shown.map(({ id }) => id), isChosen)}>
        {runs.length === 0 ? t('care.run.chooseAll') : t('care.run.chosen', { count: runs.length, number: format.number(runs.length) })}
      </Checkbox>
      {failed.length > 0 && <Button size="small" icon={RotateCw} isPending={retry.isPending} onPress={again}>{t('care.parked.retryAll')} ({format.number(failed.length)})</Button>}
      {open.length > 0 && <Button size="small" icon={SquareX} onPress={() => setEnding(true)}>{t('care.parked.endAll')} ({format.number(open.length)})</Button>}
      <AlertDialog isOpen={isEnding} onOpenChange={() => setEnding(false)} title={t('care.parked.endTitle', { count: open.length, number: format.number(open.length) })} confirmLabel={t('care.parked.endAll')} isPending={end.isPending} onConfirm={endAll}>
        {t('care.parked.endBody')}
      </AlertDialog>
    </div>
  );
}
