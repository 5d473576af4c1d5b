import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, Diff, EmptyState, ErrorState, Select, Sheet, SkeletonLines, type BadgeTone } from '../../ui/index.js';
import { showJson } from '../merge/show-json.js';
import { comparisonOptions, type DocumentDifference } from './revision-queries.js';
import styles from './Revisions.module.css';

interface ComparisonSheetProps {
  readonly from: number;
  readonly to: number;
  /** The numbers that can be chosen, newest first. */
  readonly numbers: readonly number[];
  readonly onClose: () => void;
}

const tones: Readonly<Record<DocumentDifference['event'], BadgeTone>> = { added: 'success', changed: 'info', removed: 'danger' };

/** Any two revisions side by side, document by document. */
export function ComparisonSheet({ from: first, to: second, numbers, onClose }: ComparisonSheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(second);
  const { data, isPending, error, refetch } = useQuery(comparisonOptions(from, to));
  const choices = [...numbers, 0].map((number) => ({ value: String(number), label: number === 0 ? t('platform.revisions.nothing') : t('setup.revisions.number', { number: format.number(number) }) }));
  return (
    <Sheet isOpen onOpenChange={onClose} size="large" title={t('platform.revisions.compare')} footer={<Button onPress={onClose}>{t('ui.close')}</Button>}>
      <div className={styles['pair']}>
        <Select label={t('platform.revisions.from')} value={String(from)} choices={choices} onChange={(next) => setFrom(Number(next))} />
        <Select label={t('platform.revisions.to')} value={String(to)} choices={choices} onChange={(next) => setTo(Number(next))} />
      </div>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={GitCompareArrows} title={t('platform.revisions.same')} />}
      {data?.map(({ kind, name, event, changes }) => (
        <section key={`${kind}:${name}`} className={styles['difference']} aria-label={name}>
          <h3 className={styles['differenceHead']}><span className={styles['more']}>{t(`platform.kind.${kind}`)}</span> {name} <Badge tone={tones[event]}>{t(`platform.merge.event.${event}`)}</Badge></h3>
          {event === 'changed' && (
            <ul className={styles['places']}>
              {changes.map(({ path, before, after }) => <li key={path}><span className={styles['path']}>{path}</span><Diff before={showJson(before)} after={showJson(after)} /></li>)}
            </ul>
          )}
        </section>
      ))}
    </Sheet>
  );
}
