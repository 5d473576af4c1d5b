import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, ErrorState, ErrorSummary, LinkButton, PageHeader, SkeletonLines } from '../../ui/index.js';
import { FileStep } from './FileStep.js';
import { importOptions, isGoing, useStartImport } from './import-queries.js';
import { ImportReport } from './ImportReport.js';
import { MappingStep } from './MappingStep.js';
import { MatchStep } from './MatchStep.js';
import { suggestMapping } from './suggest-mapping.js';
import { useImportFields } from './use-import-fields.js';
import { missingFields, newWizard, planOf, usualChoice, wizardSteps, type WizardState, type WizardStep } from './wizard-state.js';
import { WizardProgress } from './WizardProgress.js';
import styles from './Import.module.css';

/** A file becomes records in five steps; nothing is written before the last one. */
export function ImportPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.import');
  usePage({ title, crumbs: [{ label: title }] });
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  return (
    <PageBody>
      <PageHeader title={title} description={t('importing.description')} actions={<LinkButton href="/setup/imports">{t('shell.setupNav.imports')}</LinkButton>} />
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {!error && !workspace && <SkeletonLines count={6} />}
      {workspace && <ImportWizard objects={workspace.objects} />}
    </PageBody>
  );
}

function ImportWizard({ objects }: { readonly objects: readonly ObjectDescription[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<WizardState>(newWizard);
  const { mutate: start, isPending: isStarting, error, reset } = useStartImport();
  const object = objects.find(({ name }) => name === state.object);
  const fields = useImportFields(object);
  const suggestions = useMemo(() => suggestMapping(state.upload?.columns ?? [], fields), [state.upload, fields]);
  const checked = useQuery({ ...importOptions(state.dryRun ?? ''), enabled: state.dryRun !== null }).data;
  const ran = useQuery({ ...importOptions(state.run ?? ''), enabled: state.run !== null }).data;
  const fitting = checked ? checked.created + checked.updated : 0;
  const set = (change: Partial<WizardState>) => { reset(); setState((before) => ({ ...before, ...change })); };
  const go = (step: WizardStep) => set({ step });
  const suggestColumns = () => Object.fromEntries([...suggestions].map(([column, { field }]) => [column, usualChoice(field, objects)]));

  const ahead: Readonly<Record<WizardStep, { readonly label: string; readonly can: boolean; readonly run: () => void } | null>> = {
    // What was mapped by hand stays; another file or object begins anew.
    file: { label: t('ui.next'), can: state.upload !== null && object !== undefined, run: () => set({ step: 'mapping', ...(Object.keys(state.columns).length === 0 && { columns: suggestColumns() }) }) },
    mapping: { label: t('ui.next'), can: Object.keys(state.columns).length > 0, run: () => go('match') },
    match: {
      label: t('importing.check'), can: state.mode === 'create' ? object !== undefined && missingFields(object, state.columns).length === 0 : state.matchBy !== null,
      run: () => { if (state.upload) start({ upload: state.upload.id, plan: planOf(state), dryRun: true }, { onSuccess: ({ id }) => set({ step: 'check', dryRun: id }) }); },
    },
    check: {
      label: t('importing.import', { count: fitting, number: format.number(fitting) }), can: checked?.status === 'DONE' && fitting > 0,
      run: () => { if (state.upload) start({ upload: state.upload.id, plan: planOf(state), dryRun: false }, { onSuccess: ({ id }) => set({ step: 'run', run: id }) }); },
    },
    run: null,
  };
  const next = ahead[state.step];
  const back = wizardSteps[wizardSteps.indexOf(state.step) - 1];
  return (
    <div className={styles['wizard']}>
      <WizardProgress step={state.step} isLocked={state.run !== null} onGo={go} />
      {error && (error instanceof ApiError && error.problems.length > 0
        ? <ErrorSummary title={t('importing.refused')} entries={error.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
        : <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} />)}
      {state.step === 'file' && (
        <FileStep objects={objects} upload={state.upload} object={state.object} onUpload={(upload) => set({ upload, columns: {}, dryRun: null })} onObject={(name) => set({ object: name, columns: {}, mode: 'create', matchBy: null })} />
      )}
      {state.step === 'mapping' && state.upload && object && <MappingStep upload={state.upload} object={object} objects={objects} columns={state.columns} suggestions={suggestions} onChange={(columns) => set({ columns })} />}
      {state.step === 'match' && object && <MatchStep object={object} state={state} onChange={set} />}
      {state.step === 'match' && object && state.mode !== 'update' && missingFields(object, state.columns).length > 0 && (
        <ErrorSummary title={t('importing.mapping.missing')} entries={missingFields(object, state.columns).map(({ label }) => ({ message: label, onChoose: () => go('mapping') }))} />
      )}
      {state.step === 'check' && state.dryRun !== null && <ImportReport id={state.dryRun} />}
      {state.step === 'run' && state.run !== null && <ImportReport id={state.run} />}
      <footer className={styles['foot']}>
        {back && state.run === null && <Button icon={ArrowLeft} onPress={() => go(back)} isDisabled={isStarting}>{t('ui.back')}</Button>}
        <span className={styles['gap']} />
        {next && <Button variant="primary" iconAfter={ArrowRight} isDisabled={!next.can} isPending={isStarting} onPress={next.run}>{next.label}</Button>}
        {state.step === 'run' && ran && !isGoing(ran) && (
          <>
            <Button onPress={() => { reset(); setState(newWizard); }}>{t('importing.another')}</Button>
            {object && <LinkButton variant="primary" href={`/app/${encodeURIComponent(object.name)}`}>{t('importing.openList', { objects: object.pluralLabel })}</LinkButton>}
          </>
        )}
      </footer>
    </div>
  );
}
