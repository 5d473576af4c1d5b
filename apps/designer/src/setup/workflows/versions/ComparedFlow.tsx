import type { ObjectDescription } from '@guanxi/metadata';
import { mergeFlows, type StepEvent, type WorkflowComparison } from '@guanxi/workflow/designer';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonLines } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { FlowBoardContext, type FlowBoard } from '../editor/flow/board.js';
import { useFlowBoard } from '../editor/flow/use-flow-board.js';
import { stepPart, type FlowPart } from '../editor/flow-parts.js';
import styles from './Versions.module.css';

const FlowCanvas = lazy(async () => ({ default: (await import('../editor/canvas/FlowCanvas.js')).FlowCanvas }));

interface ComparedFlowProps {
  readonly before: WorkflowDraft;
  readonly after: WorkflowDraft;
  readonly comparison: WorkflowComparison;
  readonly objects: readonly ObjectDescription[];
}

const none: readonly never[] = [];

/** Both versions in one drawing, steps that are gone where they stood; a card leads to what is different in it. */
export function ComparedFlow({ before, after, comparison: { parts, steps }, objects }: ComparedFlowProps) {
  const { t } = useTranslation();
  const both = useMemo((): WorkflowDraft => ({ ...after, steps: mergeFlows(before, after) }), [before, after]);
  const { board } = useFlowBoard({ workflow: both, objects, problems: none });
  const changes = useMemo(() => {
    const isOther = (...names: readonly string[]) => parts.some(({ part }) => names.includes(part));
    return new Map<FlowPart, StepEvent>([
      ...(isOther('trigger', 'object') ? [['trigger', 'changed'] as const] : []),
      ...(isOther('when') ? [['condition', 'changed'] as const] : []),
      ...steps.filter(({ event }) => event !== 'same').map(({ id, event }) => [stepPart(id), event] as const),
    ]);
  }, [parts, steps]);
  const drawn: FlowBoard = {
    ...board,
    isFixed: true,
    changeOf: (part) => changes.get(part) ?? null,
    sentenceOf: (part) => {
      const change = changes.get(part);
      return [board.sentenceOf(part), change && t(`flow.versions.event.${change}`)].filter(Boolean).join(t('flow.say.stop'));
    },
    open: (part) => {
      board.activate(part);
      const place = document.getElementById(differenceId(part));
      place?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      place?.focus({ preventScroll: true });
    },
  };
  return (
    <FlowBoardContext value={drawn}>
      <div className={styles['drawing']}><Suspense fallback={<SkeletonLines count={4} />}><FlowCanvas /></Suspense></div>
    </FlowBoardContext>
  );
}

/** Where the differences of a part stand below the drawing. */
export function differenceId(part: FlowPart): string {
  return `difference-${part.replaceAll(/[:/]/g, '-')}`;
}
