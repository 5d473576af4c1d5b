import type { ObjectDescription, WorkflowInput, WorkflowTest } from '@guanxi/metadata';
import { BookmarkPlus, FlaskConical, Mail, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { Button, CodeText, DateTimeField, EmptyState, ErrorState, ErrorSummary, Notice, RecordField, SkeletonLines, TextField } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { useTestRun } from '../trace/insight-queries.js';
import type { Trial } from '../trace/insight-types.js';
import { StepLines } from '../trace/StepLines.js';
import { keepAsTest } from './keep-as-test.js';
import styles from './TestRun.module.css';
import { TrialWrites } from './TrialWrites.js';
import { WorkflowTests } from './WorkflowTests.js';

interface TestRunPanelProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Lays an edited workflow into the page's draft. */
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** Lets the workflow as it stands on the page do its steps on a record and takes it back; below, the tests that are kept with it. */
export function TestRunPanel({ workflow, objects, onChange }: TestRunPanelProps) {
  const { t } = useTranslation();
  const [recordId, setRecordId] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>({});
  const { mutate: run, data: trial, variables, isPending, error, reset } = useTestRun();
  const wanted = inputsOf(workflow);
  const start = () => { if (recordId !== null) run({ workflow, recordId, inputs: Object.fromEntries(wanted.map((one) => [one.name, readInput(one, inputs[one.name] ?? '')])), at }); };
  const keep = (test: WorkflowTest) => onChange({ ...workflow, tests: [...(workflow.tests ?? []), test] });
  return (
    <div className={styles['panel']}>
      <section className={styles['part']}>
        <h2>{t('insight.test.runTitle')}</h2>
        <p className={styles['lead']}>{t('insight.test.lead')}</p>
        <form className={styles['ask']} onSubmit={(event) => { event.preventDefault(); start(); }}>
          <RecordField label={t('automation.record')} object={workflow.object} value={recordId} onChange={(next) => { setRecordId(next); reset(); }} />
          <DateTimeField label={t('insight.test.at')} help={t('insight.test.atHelp')} value={at} onChange={setAt} />
          {wanted.map(({ name, title }) => <TextField key={name} label={title ?? name} value={inputs[name] ?? ''} onChange={(value) => setInputs({ ...inputs, [name]: value })} />)}
          <div className={styles['run']}><Button type="submit" variant="primary" icon={Play} isDisabled={recordId === null} isPending={isPending}>{t('insight.test.run')}</Button></div>
        </form>
        {isPending && <SkeletonLines count={5} />}
        {error && !isPending && (error instanceof ApiError && error.problems.length > 0
          ? <ErrorSummary title={t('insight.test.wrong')} entries={error.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
          : <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={start} />)}
        {!trial && !isPending && !error && <EmptyState icon={FlaskConical} title={t('insight.test.emptyTitle')}>{t('insight.test.emptyBody')}</EmptyState>}
        {trial && !isPending && (
          <>
            {variables.workflow !== workflow && <Notice tone="warning" actions={<Button size="small" onPress={start}>{t('automation.simulate.again')}</Button>}>{t('insight.test.stale')}</Notice>}
            <TrialOutcome trial={trial} workflow={workflow} objects={objects} />
            <div><Button icon={BookmarkPlus} onPress={() => keep(keepAsTest(trial, { at: variables.at ?? momentOf(trial, workflow), inputs: variables.inputs, title: t('insight.test.keptTitle', { number: (workflow.tests?.length ?? 0) + 1 }) }))}>{t('insight.test.keep')}</Button></div>
          </>
        )}
      </section>
      <WorkflowTests workflow={workflow} objects={objects} onChange={onChange} />
    </div>
  );
}

function TrialOutcome({ trial, workflow, objects }: { readonly trial: Trial; readonly workflow: WorkflowDraft; readonly objects: readonly ObjectDescription[] }) {
  const { t } = useTranslation();
  const awaited = trial.steps.find(({ id }) => id === trial.awaits);
  return (
    <div className={styles['outcome']} role="status">
      {trial.holds === false && (
        <Notice tone="warning" title={t('insight.test.conditionFalse')}>
          <ul className={styles['conditions']}>{trial.conditions.map(({ text, value }, index) => <li key={index}><CodeText>{text}</CodeText> = {value === null ? t('ui.diff.blank') : String(value)}</li>)}</ul>
        </Notice>
      )}
      <Notice tone="info">{t('insight.test.takenBack')}</Notice>
      <StepLines label={t('insight.test.steps')} steps={trial.steps} objects={objects} object={workflow.object} names={trial.names} />
      {trial.awaits !== null && <Notice tone="warning">{t('insight.test.awaits', { step: awaited?.title ?? trial.awaits })}</Notice>}
      {trial.isCut && <Notice tone="warning">{t('insight.test.cut')}</Notice>}
      <TrialWrites writes={trial.writes} objects={objects} names={trial.names} />
      {trial.letters.length > 0 && (
        <section className={styles['part']}>
          <h3>{t('insight.test.letters')}</h3>
          {trial.letters.map(({ kind, to, subject, body }, index) => (
            <details key={index} className={styles['letter']}>
              <summary><Mail size={14} aria-hidden /> {t(`insight.test.${kind}`)} · {to}{subject !== '' && ` · ${subject}`}</summary>
              <pre>{body}</pre>
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

/** What counts time is kept with the moment of its test run; the others do not mind when they are made. */
function momentOf({ steps }: Trial, { trigger }: WorkflowDraft): string | null {
  return 'elapsed' in trigger || 'before' in trigger ? (steps[0]?.at ?? null) : null;
}

function inputsOf({ trigger }: WorkflowDraft): readonly WorkflowInput[] {
  const [settings] = Object.values(trigger) as readonly { readonly inputs?: readonly WorkflowInput[] }[];
  return settings?.inputs ?? [];
}

function readInput({ type }: WorkflowInput, text: string): string | boolean | null {
  if (text === '') return null;
  return type === 'boolean' ? text === 'true' : text;
}
