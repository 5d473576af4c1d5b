import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';

/** The parts of a workflow that are no steps. */
export const workflowParts = ['title', 'titles', 'description', 'descriptions', 'folder', 'object', 'trigger', 'when'] as const;
export type WorkflowPart = (typeof workflowParts)[number];

export interface WorkflowComparison {
  readonly parts: readonly PartDifference[];
  /** Every step of both, in the order in which people read them; one that is gone stands where it stood. */
  readonly steps: readonly StepDifference[];
}

export interface PartDifference {
  readonly part: WorkflowPart;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type StepEvent = 'same' | 'added' | 'changed' | 'moved' | 'removed';

export interface StepDifference {
  readonly id: string;
  /** What was changed and also moved is `changed`; `isMoved` tells. */
  readonly event: StepEvent;
  readonly isMoved: boolean;
  /** How deep it stands in ways of other steps; 0 for steps of the workflow itself. */
  readonly depth: number;
  readonly before?: WorkflowStep;
  readonly after?: WorkflowStep;
  /** Empty unless it was changed: title, action, and keys of its input as `input.<key>`. */
  readonly values: readonly { readonly name: string; readonly before?: unknown; readonly after?: unknown }[];
}

type Comparable = Pick<WorkflowDocument, WorkflowPart | 'steps'>;

/** What is different in one version of a workflow from another. Steps are the same by their ids. */
export function compareWorkflows(before: Comparable, after: Comparable): WorkflowComparison {
  const parts = workflowParts.filter((part) => !isEqual(before[part], after[part]))
    .map((part): PartDifference => ({ part, ...(before[part] !== undefined && { before: before[part] }), ...(after[part] !== undefined && { after: after[part] }) }));
  const old = new Map(placesOf(before).map((place) => [place.step.id, place]));
  const kept = new Set(placesOf(after).map(({ step }) => step.id));
  const moved = findMoved(old, placesOf(after));
  return { parts, steps: weave(placesOf(before), placesOf(after), kept).map(({ step, depth, list }) => compareStep(step, depth, kept.has(step.id), old.get(step.id)?.step, moved.has(step.id) || (old.has(step.id) && kept.has(step.id) && old.get(step.id)?.list !== list))) };
}

/** Whether anything at all is different. */
export function isSameWorkflow(before: Comparable, after: Comparable): boolean {
  const { parts, steps } = compareWorkflows(before, after);
  return parts.length === 0 && steps.every(({ event }) => event === 'same');
}

interface Place {
  readonly step: WorkflowStep;
  readonly depth: number;
  /** The list that it stands in: empty for that of the workflow, else owner and way. */
  readonly list: string;
}

function placesOf(workflow: Pick<WorkflowDocument, 'steps'>): readonly Place[] {
  const walk = (steps: readonly WorkflowStep[], list: string, depth: number): readonly Place[] =>
    steps.flatMap((step) => [{ step, depth, list }, ...Object.entries(step.paths ?? {}).flatMap(([path, inner]) => walk(inner, `${step.id}/${path}`, depth + 1))]);
  return walk(workflow.steps, '', 0);
}

/** The later order, each step that is gone behind what came before it. */
function weave(before: readonly Place[], after: readonly Place[], kept: ReadonlySet<string>): readonly Place[] {
  const gone = new Map<string, Place[]>();
  let last = '';
  for (const place of before) {
    if (kept.has(place.step.id)) last = place.step.id;
    else gone.set(last, [...(gone.get(last) ?? []), place]);
  }
  return [...(gone.get('') ?? []), ...after.flatMap((place) => [place, ...(gone.get(place.step.id) ?? [])])];
}

/** Of the steps that stayed in their list, those that others of it went around. */
function findMoved(old: ReadonlyMap<string, Place>, after: readonly Place[]): ReadonlySet<string> {
  const order = [...old.keys()];
  const moved = new Set<string>();
  for (const list of new Set(after.map((place) => place.list))) {
    const stayed = after.filter(({ step, list: own }) => own === list && old.get(step.id)?.list === list).map(({ step }) => step.id);
    const inOrder = new Set(longestRise(stayed.map((id) => order.indexOf(id))));
    for (const id of stayed) if (!inOrder.has(order.indexOf(id))) moved.add(id);
  }
  return moved;
}

/** The longest part of a list of numbers that rises. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const number of numbers) {
    const before = best.filter((rise) => (rise.at(-1) ?? -1) < number).reduce<readonly number[]>((longest, rise) => (rise.length > longest.length ? rise : longest), []);
    best.push([...before, number]);
  }
  return best.reduce<readonly number[]>((longest, rise) => (rise.length > longest.length ? rise : longest), []);
}

function compareStep(step: WorkflowStep, depth: number, isKept: boolean, old: WorkflowStep | undefined, isMoved: boolean): StepDifference {
  if (!isKept) return { id: step.id, event: 'removed', isMoved: false, depth, before: step, values: [] };
  if (!old) return { id: step.id, event: 'added', isMoved: false, depth, after: step, values: [] };
  const values = compareValues(old, step);
  return { id: step.id, event: values.length > 0 ? 'changed' : isMoved ? 'moved' : 'same', isMoved, depth, before: old, after: step, values };
}

function compareValues(before: WorkflowStep, after: WorkflowStep): StepDifference['values'] {
  const pairs = [
    { name: 'title', before: before.title, after: after.title },
    { name: 'titles', before: before.titles, after: after.titles },
    { name: 'description', before: before.description, after: after.description },
    { name: 'action', before: before.action, after: after.action },
    ...[...new Set([...Object.keys(before.input), ...Object.keys(after.input)])].map((key) => ({ name: `input.${key}`, before: before.input[key], after: after.input[key] })),
  ];
  return pairs.filter((pair) => !isEqual(pair.before, pair.after))
    .map((pair) => ({ name: pair.name, ...(pair.before !== undefined && { before: pair.before }), ...(pair.after !== undefined && { after: pair.after }) }));
}

/** As JSON; the order of keys says nothing. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
