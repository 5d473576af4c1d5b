import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Filter, Zap } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../api/index.js';
import { workflowActionsOptions, workflowStatesOptions } from '../../automation-queries.js';
import type { WorkflowDraft } from '../../automation-types.js';
import { useTriggerText } from '../../trigger-texts.js';
import { actionIcon } from '../action-icons.js';
import { findFormulaProblems } from '../find-formula-problems.js';
import { findMissing } from '../find-missing.js';
import { stepsInFlow } from '../find-step.js';
import { listProblems } from '../list-problems.js';
import { groupProblems, stepPart, type FlowPart } from '../flow-parts.js';
import type { StepPlace } from '../workflow-edits.js';
import type { CardWords, FlowBoard } from './board.js';
import { allItems, flowItems } from './flow-items.js';

interface BoardOptions {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Of the last attempt to save. */
  readonly problems: readonly Problem[];
  /** Absent where the flow is only looked at. */
  readonly addAt?: (place: StepPlace) => void;
}

const nothing = () => undefined;

/** What canvas and outline draw, and the one selection that they share. */
export function useFlowBoard({ workflow, objects, problems, addAt }: BoardOptions) {
  const isEdited = addAt !== undefined;
  const { t, i18n } = useTranslation();
  const [active, setActive] = useState<FlowPart>('trigger');
  const [isOpen, setOpen] = useState(false);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const { data: states } = useQuery(workflowStatesOptions);
  const triggerText = useTriggerText(workflow);
  const placed = useMemo(() => stepsInFlow(workflow, objects, actions), [workflow, objects, actions]);
  const saved = useMemo(() => groupProblems(problems, placed), [problems, placed]);
  const typed = useMemo(() => groupProblems(isEdited ? [...findMissing(placed, actions), ...findFormulaProblems(workflow, placed, objects)] : [], placed), [workflow, placed, actions, objects, isEdited]);
  const titleOf = useCallback((name: string) => t(`automation.action.${name}.title`, { defaultValue: actions.find((action) => action.name === name)?.title ?? name }), [actions, t]);
  const items = useMemo(() => {
    const objectOf = new Map(placed.map(({ step, object }) => [step, object]));
    const titles = new Map(states?.map(({ name, title }) => [name, title]));
    return flowItems(workflow, { t, locale: i18n.language, objects, titleOf, workflowTitle: (name) => titles.get(name) ?? name, objectOf: (step) => objectOf.get(step) ?? workflow.object });
  }, [workflow, placed, objects, states, titleOf, t, i18n.language]);

  const board = useMemo((): FlowBoard => {
    const steps = new Map(allItems(items).map((item) => [item.part, item]));
    const ways = new Map(allItems(items).flatMap((item) => item.ways.map((way) => [way.part, way] as const)));
    const problemsOf = (part: FlowPart) => Math.max(saved.get(part)?.length ?? 0, typed.get(part)?.length ?? 0);
    const wordsOf = (part: FlowPart): CardWords => {
      if (part === 'trigger') return { icon: Zap, hue: 'trigger', kind: t('automation.flow.when'), title: triggerText, details: '' };
      if (part === 'condition') return { icon: Filter, hue: 'condition', kind: t('automation.flow.onlyIf'), title: t(workflow.when === undefined ? 'automation.condition.always' : 'automation.condition.holds'), details: workflow.when ?? '', isCode: true };
      const item = steps.get(part);
      return { icon: actionIcon(item?.step.action ?? ''), hue: 'step', kind: t('automation.flow.step', { number: item?.number ?? '' }), title: item?.title ?? '', details: item?.details ?? '', isCode: item?.step.action === 'compute' };
    };
    const sentenceOf = (part: FlowPart) => {
      const way = ways.get(part);
      if (way) return t('flow.say.way', { way: way.title, number: steps.get(stepPart(way.owner.id))?.number ?? '', count: way.items.length });
      const { kind, title, details } = wordsOf(part);
      const item = steps.get(part);
      const count = problemsOf(part);
      // First what can be read on the card, word for word: who speaks to the page says what they see.
      return [[t('flow.say.card', { kind, title }), details].filter(Boolean).join(' '), item && item.ways.length > 0 && t('flow.say.ways', { count: item.ways.length, ways: item.ways.map(({ title: one }) => one).join(t('automation.step.comma')) }), count > 0 && t('automation.flow.problems', { count })].filter(Boolean).join(t('flow.say.stop'));
    };
    return {
      items, itemOf: (part) => steps.get(part), wayOf: (part) => ways.get(part), wordsOf, sentenceOf, problemsOf, active: steps.has(active) || ways.has(active) || active === 'condition' ? active : 'trigger', isOpen, collapsed, addAt: addAt ?? nothing,
      activate: setActive,
      open: (part) => { setActive(part); setOpen(true); },
      fold: (id) => setCollapsed((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; }),
    };
  }, [items, saved, typed, triggerText, workflow.when, active, isOpen, collapsed, addAt, t]);
  const wrong = useMemo(() => listProblems(saved, typed, ['trigger', 'condition', ...placed.map(({ step }) => stepPart(step.id))]), [saved, typed, placed]);
  return { board, placed, saved, actions, titleOf, wrong, close: () => setOpen(false) };
}
