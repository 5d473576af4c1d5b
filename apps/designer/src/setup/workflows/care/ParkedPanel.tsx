import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Ellipsis, ListTree, Pencil, RotateCw, SquareX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, IconButton, Menu, showToast, SimpleTable, SkeletonLines, TextLink, type BadgeTone } from '../../../ui/index.js';
import { useItemKeys } from '../../../workspace/bin/use-item-keys.js';
import { parkedOptions, useEndRuns, useRetryRuns, type ParkedGroup, type RunChoice } from './care-queries.js';
import styles from './Care.module.css';

const tones: Readonly<Record<ParkedGroup['errorClass'], BadgeTone>> = { temporary: 'warning', refused: 'danger', unknown: 'danger', loop: 'warning' };

/** Runs that failed for good, together with those that failed for the same reason: look, mend, run again, end. */
export function ParkedPanel({ onShowRuns }: { readonly onShowRuns: (group: ParkedGroup) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const { data, isPending, error, refetch } = useQuery(parkedOptions);
  const retry = useRetryRuns();
  const end = useEndRuns();
  const [ending, setEnding] = useState<ParkedGroup | null>(null);
  if (isPending) return <SkeletonLines count={6} />;
  if (!data) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState icon={CircleCheck} title={t('care.parked.noneTitle')}>{t('care.parked.noneBody')}</EmptyState>;
  const onError = (failure: Error) => showToast({ message: failure.message, tone: 'danger' });
  const retryGroup = (group: ParkedGroup, currentVersion: boolean) => retry.mutate({ runs: choiceOf(group), currentVersion }, { onSuccess: (count) => showToast({ message: t('care.parked.retried', { count, number: format.number(count) }) }), onError });
  const endGroup = (group: ParkedGroup) => end.mutate(choiceOf(group), { onSuccess: (count) => showToast({ message: t('care.parked.ended', { count, number: format.number(count) }) }), onError, onSettled: () => setEnding(null) });
  return (
    <div className={styles['stack']} ref={place}>
      <p className={styles['quiet']}>{t('care.parked.lead')}</p>
      <SimpleTable label={t('care.parked.title')} rows={data} rowKey={({ workflow, step, error: key }) => `${workflow} ${step} ${key}`} onOpenRow={onShowRuns}
        columns={[
          { id: 'what', header: t('care.parked.failure'), render: (group) => (
            <span className={styles['what']}>
              <span><TextLink href={`/setup/workflows/${encodeURIComponent(group.workflow)}`} isPlain>{group.title}</TextLink>{group.step && <span className={styles['quiet']}> · {group.stepTitle ?? (group.action ? t(`automation.action.${group.action}.title`, { defaultValue: group.action }) : group.step)}</span>}</span>
              <span className={styles['message']}>{group.message}</span>
            </span>
          ) },
          { id: 'class', header: t('care.parked.class'), width: '150px', render: ({ errorClass }) => <span title={t(`care.classHelp.${errorClass}`)}><Badge tone={tones[errorClass]} hasDot>{t(`care.class.${errorClass}`)}</Badge></span> },
          { id: 'count', header: t('automation.tab.runs'), align: 'end', width: '80px', render: ({ count }) => format.number(count) },
          { id: 'last', header: t('care.parked.last'), align: 'end', width: '130px', render: ({ lastAt }) => (lastAt ? <span title={format.dateTime(lastAt)}>{format.relative(lastAt)}</span> : '–') },
          { id: 'acts', header: '', align: 'end', width: '190px', render: (group) => (
            <span className={styles['acts']}>
              <Button size="small" icon={RotateCw} isDisabled={retry.isPending} onPress={() => retryGroup(group, false)}>{t('care.parked.retryAll')}</Button>
              <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('ui.more')} />} groups={[{ id: 'all', items: [
                { id: 'current', label: t(group.stepIsThere ? 'care.parked.retryCurrent' : 'care.parked.stepGone'), icon: RotateCw, isDisabled: !group.stepIsThere, onAction: () => retryGroup(group, true) },
                { id: 'show', label: t('care.parked.show'), icon: ListTree, onAction: () => onShowRuns(group) },
                { id: 'mend', label: t('care.parked.openWorkflow'), icon: Pencil, onAction: () => void navigate({ to: '/setup/workflows/$workflow', params: { workflow: group.workflow } }) },
                { id: 'end', label: t('care.parked.endAll'), icon: SquareX, tone: 'danger', onAction: () => setEnding(group) },
              ] }]} />
            </span>
          ) },
        ]} />
      {ending && (
        <AlertDialog isOpen onOpenChange={() => setEnding(null)} title={t('care.parked.endTitle', { count: ending.count, number: format.number(ending.count) })} confirmLabel={t('care.parked.endAll')} isPending={end.isPending} onConfirm={() => endGroup(ending)}>
          {t('care.parked.endBody')}
        </AlertDialog>
      )}
    </div>
  );
}

function choiceOf({ workflow, step, error }: ParkedGroup): RunChoice {
  return { group: { workflow, step, error } };
}
