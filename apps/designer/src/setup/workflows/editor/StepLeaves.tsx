import type { FormulaType } from '@guanxi/formula';
import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, CodeText, TextLink } from '../../../ui/index.js';
import { latestOutputsOptions } from '../automation-queries.js';
import { TraceValues } from '../runs/TraceValues.js';
import { latestOutput } from './latest-output.js';
import styles from './StepLeaves.module.css';

interface StepLeavesProps {
  readonly workflow: string;
  /** Id of the step. */
  readonly step: string;
  readonly leaves: Readonly<Record<string, FormulaType>>;
  readonly objects: readonly ObjectDescription[];
  readonly object: string;
}

/** What a step leaves for those that follow, and what came of it the last time that it was done. */
export function StepLeaves({ workflow, step, leaves, objects, object }: StepLeavesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: runs = [] } = useQuery(latestOutputsOptions(workflow));
  const latest = latestOutput(runs, step);
  const names = Object.entries(leaves);
  return (
    <section className={styles['leaves']} aria-label={t('flow.leaves.title')}>
      <h3 className={styles['title']}>{t('flow.leaves.title')}</h3>
      {names.length > 0 && (
        <>
          <ul className={styles['names']}>{names.map(([name, type]) => <li key={name}><CodeText>{`$Run.${name}`}</CodeText> <Badge>{t(`formula.type.${type}`)}</Badge></li>)}</ul>
          <p className={styles['quiet']}>{t('flow.leaves.found')}</p>
        </>
      )}
      {latest
        ? (
          <>
            <p className={styles['quiet']}>{t('flow.leaves.latest', { time: format.dateTime(latest.at) })} · <TextLink href={`/setup/runs/${latest.run}`}>{t('flow.leaves.openRun')}</TextLink></p>
            <TraceValues value={latest.output} objects={objects} object={object} />
          </>
        )
        : <p className={styles['quiet']}>{t('flow.leaves.none')}</p>}
    </section>
  );
}
