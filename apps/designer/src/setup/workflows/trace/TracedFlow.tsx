import type { ObjectDescription } from '@guanxi/metadata';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { FlowBoardContext, type FlowBoard } from '../editor/flow/board.js';
import type { TracedWay } from '../editor/flow/trace-flow.js';
import { stepPart, type FlowPart } from '../editor/flow-parts.js';
import { useFlowBoard } from '../editor/flow/use-flow-board.js';
import styles from './Trace.module.css';

const FlowCanvas = lazy(async () => ({ default: (await import('../editor/canvas/FlowCanvas.js')).FlowCanvas }));

interface TracedFlowProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly traced: TracedWay;
  /** What the drawing turns to. */
  readonly at?: FlowPart | undefined;
}

const none: readonly never[] = [];

/** A workflow with the way that a run or a trial took; a card leads to its values below. */
export function TracedFlow({ workflow, objects, traced, at }: TracedFlowProps) {
  const { t } = useTranslation();
  const { board } = useFlowBoard({ workflow, objects, problems: none });
  const { activate } = board;
  const reached = useMemo(() => new Map<string, string>(traced.steps.flatMap(({ id, status }) => (status === 'waiting' ? [] : [[stepPart(id), status]]))), [traced.steps]);
  useEffect(() => { if (at !== undefined) activate(at); }, [at, activate]);
  const statusOf = (part: string) => reached.get(part) ?? null;
  const drawn: FlowBoard = {
    ...board,
    traced,
    isFixed: true,
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
    <FlowBoardContext value={drawn}>
      <div className={styles['drawing']}><Suspense fallback={<SkeletonLines count={4} />}><FlowCanvas /></Suspense></div>
    </FlowBoardContext>
  );
}

/** Where the values of a part stand in the trace. */
export function traceId(part: string): string {
  return `trace-${part.replaceAll(/[:/]/g, '-')}`;
}
