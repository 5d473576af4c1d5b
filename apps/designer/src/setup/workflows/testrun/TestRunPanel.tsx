import type { ObjectDescription, WorkflowInput, WorkflowTest } from '@guanxi/metadata';
import { BookmarkPlus, FlaskConical, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { Button, DateTimeField, EmptyState, ErrorState, ErrorSummary, Notice, RecordField, SegmentedControl, SkeletonLines, TextField, useShortcut } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { useTestRun, type TrialBeginning } from '../trace/insight-queries.js';
import type { Trial } from '../trace/insight-types.js';
import { keepAsTest } from './keep-as-test.js';
import type { Sample } from './read-sample.js';
import { SampleFields } from './SampleFields.js';
import styles from './TestRun.module.css';
import { TrialOutcome } from './TrialOutcome.js';
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
  /** Null where a record that there is is taken. */
  const [given, setGiven] = useState<Sample['given'] | null>(null);
  const object = objects.find(({ name }) => name === workflow.object);
  const [at, setAt] = useState<string | null>(null);
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>({});
  const { mutate: run, data: trial, variables, isPending, error, reset } = useTestRun();
  const wanted = inputsOf(workflow);
  const isReady = given !== null || recordId !== null;
  const start = (from: TrialBeginning | null = null) => { if (isReady) run({ workflow, recordId: given ? null : recordId, given, inputs: Object.fromEntries(wanted.map((one) => [one.name, readInput(one, inputs[one.name] ?? '')])), at, from }); };
  useShortcut({ keys: 'f5', label: t(trial ? 'insight.test.again' : 'insight.test.run'), section: t('insight.test.tab'), worksWhileTyping: true, isDisabled: !isReady, run: () => start() });
  const keep = (test: WorkflowTest) => onChange({ ...workflow, tests: [...(workflow.tests ?? []), test] });
  return (
    <div className={styles['panel']}>
      <section className={styles['part']}>
        <h2>{t('insight.test.runTitle')}</h2>
        <p className={styles['lead']}>{t('insight.test.lead')}</p>
        <div>
          <SegmentedControl<'record' | 'sample'> label={t('insight.test.about')} value={given ? 'sample' : 'record'} onChange={(next) => { setGiven(next === 'sample' ? { record: {} } : null); reset(); }}
            segments={[{ value: 'record', label: t('insight.test.aRecord') }, { value: 'sample', label: t('insight.test.sample') }]} />
        </div>
        {given && object && <SampleFields object={object} inputs={wanted.map(({ name }) => name)} given={given} onChange={({ given: next, inputs: brought }) => { setGiven(next); if (brought) setInputs({ ...inputs, ...brought }); }} />}
        <form className={styles['ask']} onSubmit={(event) => { event.preventDefault(); start(); }}>
          {!given && <RecordField label={t('automation.record')} object={workflow.object} value={recordId} onChange={(next) => { setRecordId(next); reset(); }} />}
          <DateTimeField label={t('insight.test.at')} help={t('insight.test.atHelp')} value={at} onChange={setAt} />
          {wanted.map(({ name, title }) => <TextField key={name} label={title ?? name} value={inputs[name] ?? ''} onChange={(value) => setInputs({ ...inputs, [name]: value })} />)}
          <div className={styles['run']}><Button type="submit" variant="primary" icon={Play} isDisabled={!isReady} isPending={isPending}>{t('insight.test.run')}</Button></div>
        </form>
        {isPending && <SkeletonLines count={5} />}
        {error && !isPending && (error instanceof ApiError && error.problems.length > 0
          ? <ErrorSummary title={t('insight.test.wrong')} entries={error.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
          : <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => start(variables?.from ?? null)} />)}
        {!trial && !isPending && !error && <EmptyState icon={FlaskConical} title={t('insight.test.emptyTitle')}>{t('insight.test.emptyBody')}</EmptyState>}
        {trial && !isPending && (
          <>
            {variables.workflow !== workflow && <Notice tone="warning" actions={<Button size="small" onPress={() => start(variables.from)}>{t('automation.simulate.again')}</Button>}>{t('insight.test.stale')}</Notice>}
            {variables.from && <Notice tone="info" actions={<Button size="small" onPress={() => start()}>{t('insight.test.whole')}</Button>}>{t('insight.test.begun')}</Notice>}
            <TrialOutcome trial={trial} workflow={variables.workflow} objects={objects} onAgain={() => start(variables.from)} onFrom={start} />
            {!variables.from && <div><Button icon={BookmarkPlus} onPress={() => keep(keepAsTest(trial, { at: variables.at ?? momentOf(trial, workflow), inputs: variables.inputs, title: t('insight.test.keptTitle', { number: (workflow.tests?.length ?? 0) + 1 }) }))}>{t('insight.test.keep')}</Button></div>}
          </>
        )}
      </section>
      <WorkflowTests workflow={workflow} objects={objects} onChange={onChange} />
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
