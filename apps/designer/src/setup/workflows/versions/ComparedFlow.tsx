import type { ObjectDescription } from '@guanxi/metadata';
import { mergeFlows, type StepEvent, type WorkflowComparison } from '@guanxi/workflow/designer';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, SkeletonLines, useShortcut } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { FlowBoardContext, goToPart, type FlowBoard } from '../editor/flow/board.js';
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
  const different = [...changes.keys()];
  const at = different.indexOf(board.active);
  const walk = (by: 1 | -1) => {
    const next = at < 0 ? different.at(by > 0 ? 0 : -1) : different[(at + by + different.length) % different.length];
    if (next !== undefined) goToPart(board, next);
  };
  const keys = { section: t('flow.versions.compare'), isDisabled: different.length === 0 };
  useShortcut({ ...keys, keys: 'j', label: t('flow.versions.next'), run: () => walk(1) });
  useShortcut({ ...keys, keys: 'k', label: t('flow.versions.previous'), run: () => walk(-1) });
  return (
    <FlowBoardContext value={drawn}>
      {different.length > 0 && (
        <div className={styles['walk']} role="group" aria-label={t('flow.versions.walk')}>
          <IconButton size="small" icon={ArrowUp} label={t('flow.versions.previous')} shortcut="k" onPress={() => walk(-1)} />
          <IconButton size="small" icon={ArrowDown} label={t('flow.versions.next')} shortcut="j" onPress={() => walk(1)} />
          <span className={styles['quiet']} aria-live="polite">{at < 0 ? t('flow.versions.differences', { count: different.length }) : t('flow.versions.at', { at: at + 1, count: different.length })}</span>
        </div>
      )}
      <div className={styles['drawing']}><Suspense fallback={<SkeletonLines count={4} />}><FlowCanvas /></Suspense></div>
    </FlowBoardContext>
  );
}

/** Where the differences of a part stand below the drawing. */
export function differenceId(part: FlowPart): string {
  return `difference-${part.replaceAll(/[:/]/g, '-')}`;
}
