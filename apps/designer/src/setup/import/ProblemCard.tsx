import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, Select } from '../../ui/index.js';
import { problemRowsOptions, type ImportProblem } from './import-queries.js';
import { DuplicatesChoice } from './MatchStep.js';
import { RejectedRows } from './RejectedRows.js';
import { repairs } from './repairs.js';
import type { ColumnChoice, WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface ProblemCardProps {
  readonly importId: string;
  readonly problem: ImportProblem;
  readonly object: ObjectDescription;
  readonly state: WizardState;
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** Rows with the same fault: how many, why, and the rule by which they are mended. */
export function ProblemCard({ importId, problem, object, state, onChange }: ProblemCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const choice = problem.column === null ? undefined : state.columns[problem.column];
  const field = object.fields.find(({ name }) => name === choice?.field.split('.')[0]);
  const Repair = repairs[problem.action];
  const set = (next: ColumnChoice) => { if (problem.column !== null) onChange({ columns: { ...state.columns, [problem.column]: next } }); };
  return (
    <section className={styles['problem']} aria-label={problem.message}>
      <header className={styles['between']}>
        <div className={styles['badges']}>
          <Badge tone="danger">{t('importing.problems.rows', { count: problem.rows, number: format.number(problem.rows) })}</Badge>
          {problem.column !== null && <strong>{problem.column}</strong>}
        </div>
        <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{t(isOpen ? 'importing.problems.hide' : 'importing.problems.show')}</Button>
      </header>
      <p>{problem.message}{problem.hint && <span className={styles['mend']}>{problem.hint}</span>}</p>
      {problem.action === 'DUPLICATES' && <DuplicatesChoice state={state} onChange={onChange} />}
      {choice && (
        <div className={styles['repair']}>
          {Repair && <Repair problem={problem} field={field} choice={choice} onChange={set} />}
          {!STRUCTURAL.has(problem.action) && (
            <Select label={t('importing.repair.unfit')} value={choice.unfit ?? 'reject'} choices={(['reject', 'blank', 'skip'] as const).map((value) => ({ value, label: t(`importing.repair.unfitIs.${value}`) }))}
              onChange={(unfit) => set({ ...choice, unfit: (unfit ?? 'reject') as NonNullable<ColumnChoice['unfit']> })} />
          )}
        </div>
      )}
      {isOpen && <Rows importId={importId} problem={problem} />}
    </section>
  );
}

/** What is wrong there is wrong with the row, not with how a cell is written. */
const STRUCTURAL: ReadonlySet<ImportProblem['action']> = new Set(['MEND_FILE', 'DUPLICATES', 'CREATE_MISSING', 'FILL_BLANK']);

function Rows({ importId, problem }: Pick<ProblemCardProps, 'importId' | 'problem'>) {
  const { data = [] } = useQuery(problemRowsOptions(importId, problem));
  return <RejectedRows rows={data} />;
}
