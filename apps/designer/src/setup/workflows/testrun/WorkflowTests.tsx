import type { ObjectDescription, WorkflowTest } from '@guanxi/metadata';
import { Check, ListChecks, Pencil, Play, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { Button, EmptyState, ErrorState, ErrorSummary, IconButton, Notice } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { useWorkflowTests } from '../trace/insight-queries.js';
import { expectationOf, TestDialog } from './TestDialog.js';
import styles from './TestRun.module.css';

const expected = { run: 'insight.test.expectsRun', none: 'insight.test.expectsNone', refusal: 'insight.test.expectsRefusal' } as const;

interface WorkflowTestsProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** The tests kept with the workflow: written, made and judged here, and made again at every publish. */
export function WorkflowTests({ workflow, objects, onChange }: WorkflowTestsProps) {
  const { t } = useTranslation();
  const { mutate: make, data: results, variables, isPending, error } = useWorkflowTests();
  const [edited, setEdited] = useState<number | null>(null);
  const tests = workflow.tests ?? [];
  const isCurrent = variables === workflow;
  const put = (next: readonly WorkflowTest[]) => {
    const { tests: _, ...rest } = workflow;
    onChange(next.length > 0 ? { ...rest, tests: next } : rest);
  };
  const save = (test: WorkflowTest) => {
    put(edited === tests.length ? [...tests, test] : tests.map((one, index) => (index === edited ? test : one)));
    setEdited(null);
  };
  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <h2>{t('insight.test.testsTitle')}</h2>
        <Button size="small" icon={Plus} onPress={() => setEdited(tests.length)}>{t('insight.test.add')}</Button>
        {tests.length > 0 && <Button size="small" variant="primary" icon={Play} isPending={isPending} onPress={() => make(workflow)}>{t('insight.test.runAll')}</Button>}
      </div>
      <p className={styles['lead']}>{t('insight.test.testsLead')}</p>
      {error && !isPending && (error instanceof ApiError && error.problems.length > 0
        ? <ErrorSummary title={t('insight.test.wrong')} entries={error.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
        : <ErrorState message={error.message} onRetry={() => make(workflow)} />)}
      {tests.length === 0 && <EmptyState icon={ListChecks} title={t('insight.test.noneTitle')}>{t('insight.test.noneBody')}</EmptyState>}
      <ul className={styles['tests']}>
        {tests.map((test, index) => {
          const result = isCurrent ? results?.[index] : undefined;
          return (
            <li key={index}>
              <div className={styles['testHead']}>
                {result && (result.passed ? <Check size={16} className={styles['passed']} role="img" aria-label={t('insight.test.passed')} /> : <X size={16} className={styles['failed']} role="img" aria-label={t('insight.test.failed')} />)}
                <strong>{test.title}</strong>
                <span className={styles['muted']}>{t(expected[expectationOf(test)])}</span>
                <span className={styles['end']}>
                  <IconButton icon={Pencil} label={t('insight.test.edit', { name: test.title })} onPress={() => setEdited(index)} />
                  <IconButton icon={Trash2} label={t('insight.test.remove', { name: test.title })} onPress={() => put(tests.filter((_, place) => place !== index))} />
                </span>
              </div>
              {result && !result.passed && <Notice tone="danger">{result.findings.map((finding) => <p key={finding}>{finding}</p>)}</Notice>}
            </li>
          );
        })}
      </ul>
      {edited !== null && <TestDialog workflow={workflow} objects={objects} test={tests[edited]} onSave={save} onClose={() => setEdited(null)} />}
    </section>
  );
}
