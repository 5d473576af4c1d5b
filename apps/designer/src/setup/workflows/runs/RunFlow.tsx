import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '../../../ui/index.js';
import type { Run, WorkflowDraft } from '../automation-types.js';
import { FlowBoardContext, type FlowBoard } from '../editor/flow/board.js';
import { stepPart } from '../editor/flow-parts.js';
import { useFlowBoard } from '../editor/flow/use-flow-board.js';
import { workflowVersionsOptions } from '../versions/version-queries.js';
import styles from './Runs.module.css';

const FlowCanvas = lazy(async () => ({ default: (await import('../editor/canvas/FlowCanvas.js')).FlowCanvas }));

interface RunFlowProps {
  readonly run: Run;
  readonly objects: readonly ObjectDescription[];
}

/** The workflow as it was when the run began, with the way that the run took; a card leads to its values below. */
export function RunFlow({ run, objects }: RunFlowProps) {
  const { data: versions = [] } = useQuery(workflowVersionsOptions(run.workflow));
  const version = versions.find(({ number }) => number <= run.revision);
  return version ? <DrawnRun run={run} objects={objects} workflow={version.document} /> : null;
}

const none: readonly never[] = [];

function DrawnRun({ run, objects, workflow }: RunFlowProps & { readonly workflow: WorkflowDraft }) {
  const { t } = useTranslation();
  const { board } = useFlowBoard({ workflow, objects, problems: none });
  const reached = useMemo(() => new Map<string, string>(run.steps.flatMap(({ id, status }) => (status === 'waiting' ? [] : [[stepPart(id), status]]))), [run.steps]);
  const statusOf = (part: string) => reached.get(part) ?? null;
  const traced: FlowBoard = {
    ...board,
    traced: run,
    statusOf,
    sentenceOf: (part) => [board.sentenceOf(part), part.startsWith('step:') && t(statusOf(part) === null ? 'automation.run.notReached' : `automation.status.${(statusOf(part) ?? '').toUpperCase()}`)].filter(Boolean).join(t('flow.say.stop')),
    open: (part) => {
      board.activate(part);
      const place = document.getElementById(traceId(part));
      place?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      place?.focus({ preventScroll: true });
    },
  };
  return (
    <FlowBoardContext value={traced}>
      <div className={styles['drawing']}><Suspense fallback={<SkeletonLines count={4} />}><FlowCanvas /></Suspense></div>
    </FlowBoardContext>
  );
}

/** Where the values of a part stand in the trace. */
export function traceId(part: string): string {
  return `trace-${part.replaceAll(/[:/]/g, '-')}`;
}
