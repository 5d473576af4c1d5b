import type { ObjectDescription } from '@guanxi/metadata';
import { RefreshCw } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, ErrorState, LinkButton, Notice } from '../../ui/index.js';
import { isGoing, type ImportState } from './import-queries.js';
import { ImportGoing } from './ImportGoing.js';
import { ProblemCard } from './ProblemCard.js';
import { useRowWalk } from './use-row-walk.js';
import type { WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface ProblemsStepProps {
  readonly checked: ImportState;
  readonly object: ObjectDescription;
  readonly state: WizardState;
  readonly isStarting: boolean;
  readonly onChange: (change: Partial<WizardState>) => void;
  readonly onCheckAgain: () => void;
}

/** What does not fit, by what can be done about it for all its rows at once. */
export function ProblemsStep({ checked, object, state, isStarting, onChange, onCheckAgain }: ProblemsStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = useRef<HTMLUListElement>(null);
  const walk = useRowWalk(place);
  if (isGoing(checked)) return <ImportGoing state={checked} />;
  if (checked.status === 'FAILED') return <ErrorState message={checked.error ?? t('importing.report.failed')} />;
  const rejected = checked.expected?.rejected ?? 0;
  if (checked.problems.length === 0) return <Notice tone="success" title={t('importing.report.wouldDo')} isAnnounced>{t('importing.report.wouldDoBody')}</Notice>;
  return (
    <div className={styles['stack']}>
      <Notice tone="warning" title={t('importing.report.wouldReject')} isAnnounced>{t('importing.report.wouldRejectBody')}</Notice>
      <div className={styles['between']}>
        <h3 className={styles['heading']}>{t('importing.problems.title', { count: rejected, number: format.number(rejected) })}</h3>
        <div className={styles['badges']}>
          <LinkButton size="small" href={`/import/${checked.id}/rejected`} download={`rejected.${state.upload?.kind ?? 'csv'}`}>{t('importing.rejected.download', { number: format.number(rejected) })}</LinkButton>
          {state.isMended && <Button size="small" variant="primary" icon={RefreshCw} isPending={isStarting} onPress={onCheckAgain}>{t('importing.problems.again')}</Button>}
        </div>
      </div>
      <ul ref={place} {...walk} className={styles['problems']}>
        {checked.problems.map((problem) => (
          <li key={`${problem.code} ${problem.column ?? ''} ${problem.message}`} data-walked tabIndex={-1}><ProblemCard importId={checked.id} problem={problem} object={object} state={state} onChange={(change) => onChange({ ...change, isMended: true })} /></li>
        ))}
      </ul>
    </div>
  );
}
