import type { ImportPlan, ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, ErrorState, ErrorSummary, LinkButton } from '../../ui/index.js';
import { FileStep } from './FileStep.js';
import { importOptions, isGoing, useCancelImport, useConfirmImport, useStartImport } from './import-queries.js';
import { ImportReport } from './ImportReport.js';
import { MappingStep } from './MappingStep.js';
import { MatchStep } from './MatchStep.js';
import { ProblemsStep } from './ProblemsStep.js';
import { suggestMapping } from './suggest-mapping.js';
import { SummaryStep } from './SummaryStep.js';
import { useImportFields } from './use-import-fields.js';
import { missingFields, newWizard, planOf, stateOf, takeAwaited, usualChoice, wizardSteps, type WizardState, type WizardStep } from './wizard-state.js';
import { WizardProgress } from './WizardProgress.js';
import styles from './Import.module.css';

interface ImportWizardProps {
  readonly objects: readonly ObjectDescription[];
  /** What the file goes into, where that is settled. */
  readonly into?: string;
  /** The plan of an import that is to be done again with another file. */
  readonly like?: ImportPlan;
  /** Admins can make fields for columns that have none; what they make is published on the same page. */
  readonly makesFields?: boolean;
}

/** The seven steps of an import: file, columns, matching, problems, summary, progress, report. */
export function ImportWizard({ objects, into, like, makesFields = false }: ImportWizardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<WizardState>({ ...newWizard, object: into ?? like?.object ?? null });
  const { mutate: start, isPending: isStarting, error, reset } = useStartImport();
  const { mutate: confirm, isPending: isConfirming, error: refused, reset: resetConfirm } = useConfirmImport();
  const { mutate: cancel } = useCancelImport();
  const object = objects.find(({ name }) => name === state.object);
  const fields = useImportFields(object);
  const suggestions = useMemo(() => suggestMapping(state.upload?.columns ?? [], fields), [state.upload, fields]);
  const current = useQuery({ ...importOptions(state.import ?? ''), enabled: state.import !== null }).data;
  const expected = current?.expected;
  const fitting = expected ? expected.created + expected.updated : 0;
  const isOver = current !== undefined && current !== null && (current.status === 'DONE' || current.status === 'FAILED' || current.status === 'CANCELLED');
  const set = (change: Partial<WizardState>) => { reset(); resetConfirm(); setState((before) => ({ ...before, ...change })); };
  const go = (step: WizardStep) => set({ step });
  useEffect(() => {
    if (isOver) setState((before) => (before.step === 'run' ? { ...before, step: 'report' } : before));
  }, [isOver]);

  useEffect(() => {
    if (object) setState((before) => (Object.keys(before.awaited).length === 0 ? before : { ...before, ...takeAwaited(before, object, objects) }));
  }, [object, objects]);

  const check = () => {
    if (!state.upload) return;
    // What was looked at before is not needed any more.
    if (state.import !== null) cancel(state.import);
    start({ upload: state.upload.id, plan: planOf(state) }, { onSuccess: ({ id }) => set({ step: 'problems', import: id, isMended: false }) });
  };
  const suggestColumns = (): Partial<WizardState> => {
    if (like && like.object === state.object) return stateOf(like, state.upload?.columns ?? []);
    return { columns: Object.fromEntries([...suggestions].map(([column, { field }]) => [column, usualChoice(field, objects)])) };
  };
  const ahead: Readonly<Record<WizardStep, { readonly label: string; readonly can: boolean; readonly run: () => void } | null>> = {
    // What was mapped by hand stays; another file or object begins anew.
    file: { label: t('ui.next'), can: state.upload !== null && object !== undefined, run: () => set({ step: 'mapping', ...(Object.keys(state.columns).length === 0 && suggestColumns()) }) },
    mapping: { label: t('ui.next'), can: Object.keys(state.columns).length > 0, run: () => go('match') },
    match: { label: t('importing.check'), can: state.mode === 'create' ? object !== undefined && missingFields(object, state.columns).length === 0 : state.matchBy.length > 0, run: check },
    problems: { label: t('ui.next'), can: current?.status === 'READY', run: () => (state.isMended ? check() : go('summary')) },
    summary: {
      label: t('importing.import', { count: fitting, number: format.number(fitting) }), can: current?.status === 'READY' && fitting > 0,
      run: () => { if (state.import !== null) confirm({ id: state.import, automations: state.automations }, { onSuccess: () => go('run') }); },
    },
    run: null,
    report: null,
  };
  const next = ahead[state.step];
  const isWriting = state.step === 'run' || state.step === 'report';
  const back = isWriting ? undefined : wizardSteps[wizardSteps.indexOf(state.step) - 1];
  const failure = error ?? refused;
  return (
    <div className={styles['wizard']}>
      <WizardProgress step={state.step} isLocked={isWriting} onGo={go} />
      {failure && (failure instanceof ApiError && failure.problems.length > 0
        ? <ErrorSummary title={t('importing.refused')} entries={failure.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
        : <ErrorState message={failure.message} reference={failure instanceof ApiError ? failure.reference : null} />)}
      {state.step === 'file' && <FileStep objects={objects} state={state} isSettled={into !== undefined} onChange={set} />}
      {state.step === 'mapping' && state.upload && object && <MappingStep upload={state.upload} object={object} objects={objects} state={state} suggestions={suggestions} makesFields={makesFields} onChange={set} />}
      {state.step === 'match' && object && <MatchStep object={object} state={state} onChange={set} />}
      {state.step === 'match' && object && state.mode !== 'update' && missingFields(object, state.columns).length > 0 && (
        <ErrorSummary title={t('importing.mapping.missing')} entries={missingFields(object, state.columns).map(({ label }) => ({ message: label, onChoose: () => go('mapping') }))} />
      )}
      {state.step === 'problems' && current && object && <ProblemsStep checked={current} object={object} state={state} isStarting={isStarting} onChange={set} onCheckAgain={check} />}
      {state.step === 'summary' && current && <SummaryStep checked={current} state={state} onChange={set} />}
      {isWriting && state.import !== null && <ImportReport id={state.import} />}
      <footer className={styles['foot']}>
        {back && <Button icon={ArrowLeft} onPress={() => go(back)} isDisabled={isStarting || isConfirming}>{t('ui.back')}</Button>}
        <span className={styles['gap']} />
        {next && <Button variant="primary" iconAfter={ArrowRight} isDisabled={!next.can} isPending={isStarting || isConfirming} onPress={next.run}>{next.label}</Button>}
        {isWriting && current && !isGoing(current) && (
          <>
            <Button onPress={() => { reset(); setState({ ...newWizard, object: into ?? null }); }}>{t('importing.another')}</Button>
            {object && <LinkButton variant="primary" href={`/app/${encodeURIComponent(object.name)}`}>{t('importing.openList', { objects: object.pluralLabel })}</LinkButton>}
          </>
        )}
      </footer>
    </div>
  );
}
