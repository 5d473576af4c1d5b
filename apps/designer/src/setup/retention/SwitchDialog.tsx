import type { RetentionRuleDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, ErrorState, Notice, showToast, SkeletonLines } from '../../ui/index.js';
import { retentionPreviewOptions, useSwitchRule } from './retention-queries.js';
import { useKeptSentence } from './use-kept-sentence.js';

export interface SwitchDialogProps {
  readonly rule: RetentionRuleDocument;
  readonly title: string;
  readonly onClose: () => void;
}

/** Asked with the numbers as they are now: a rule is switched on by somebody who has seen them. */
export function SwitchDialog({ rule, title, onClose }: SwitchDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keptSentence = useKeptSentence();
  const { data, error, isPending, refetch } = useQuery({ ...retentionPreviewOptions(JSON.stringify(rule)), staleTime: 0 });
  const { mutate, isPending: isSwitching, error: refusal, reset } = useSwitchRule(rule.name);
  const confirm = () => {
    if (!data) return;
    mutate({ on: true, expected: data.overdue }, { onSuccess: () => { showToast({ message: t('retention.switchedOn', { title }), tone: 'success' }); onClose(); }, onError: () => void refetch() });
  };
  const staying = data?.kept.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const later = data?.months.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <AlertDialog isOpen onOpenChange={() => { reset(); onClose(); }} title={t('retention.switchTitle', { title })} confirmLabel={t('retention.switchOn')} tone={rule.do === 'delete' ? 'primary' : 'danger'} isPending={isSwitching || isPending} onConfirm={confirm}>
      {refusal && <Notice tone="danger" isAnnounced>{refusal.message}</Notice>}
      {isPending && <SkeletonLines count={3} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <>
          <p>{t(`retention.switchBody.${rule.do}`, { count: data.overdue - staying, number: format.number(data.overdue - staying), when: format.dateTime(data.nextRunAt) })}</p>
          {data.kept.map(({ reason, count }) => <p key={reason}>{keptSentence(reason, count)}</p>)}
          <p>{t('retention.switchLater', { count: later, number: format.number(later) })}</p>
          {rule.do !== 'delete' && <p>{t('retention.noWayBack')}</p>}
        </>
      )}
    </AlertDialog>
  );
}
