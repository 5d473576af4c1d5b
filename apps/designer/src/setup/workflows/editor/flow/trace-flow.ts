import type { FlowDrawing, FlowLine } from '../canvas/lay-out-flow.js';
import type { FlowItem } from './flow-items.js';
import { allItems } from './flow-items.js';

/** The boxes and lines of a drawing that a run has gone along, by their ids. */
export type LitFlow = ReadonlySet<string>;

/** What a drawing shows of a run, or of a trial as far as it is shown. */
export interface TracedWay {
  readonly steps: readonly { readonly id: string; readonly status: string; readonly output: unknown }[];
  readonly status: string;
}

type TracedStep = TracedWay['steps'][number];

/** Which way a run took through the drawing of its version. */
export function traceFlow({ boxes, lines }: Pick<FlowDrawing, 'boxes' | 'lines'>, items: readonly FlowItem[], { steps, status }: TracedWay): LitFlow {
  const done = new Map(steps.filter(wasReached).map((step) => [step.id, step]));
  const all = allItems(items);
  const stopped = all.some(({ step: { id }, isEnd }) => isEnd && done.has(id));
  const lit = new Set<string>(['trigger', 'condition']);
  for (const { part, step: { id }, ways } of all) {
    const reached = done.get(id);
    if (!reached) continue;
    lit.add(part);
    for (const way of ways) if (way.items.some((inner) => done.has(inner.step.id)) || took(reached, way)) lit.add(way.part);
  }
  if (status === 'DONE' && !stopped) lit.add('end');
  // What joins lines is lit where the run went on behind it; from the last one up, so that one below another is known first.
  const joins = boxes.filter(({ kind }) => kind === 'join').toReversed();
  for (let round = 0; round < joins.length; round += 1) {
    const before = lit.size;
    for (const { id } of joins) {
      const wentOn = lines.some(({ from, to }) => from === id && lit.has(to));
      const cameThere = lines.some(({ from, to, look }) => to === id && look !== 'never' && (lit.has(from) || isPassedBy(from, lit)));
      if (wentOn && cameThere && (!isLane(id) || isPassedBy(id, lit))) lit.add(id);
    }
    if (lit.size === before) break;
  }
  return new Set([...lit, ...lines.filter((line) => isLit(line, lit)).map(({ id }) => id)]);
}

function wasReached({ status }: TracedStep): boolean {
  return status !== 'waiting';
}

/** A way without steps is told by the step itself. */
function took({ output }: TracedStep, { name, called, items }: FlowItem['ways'][number]): boolean {
  const said = (output as { readonly took?: unknown } | null)?.took;
  return items.length === 0 && typeof said === 'string' && (said === name || said === called);
}

const LANE = '/done';

/** The lane past ways that are for failures alone. */
function isLane(id: string): boolean {
  return id.endsWith(LANE);
}

/** A run went along the lane where it reached the step and took none of its ways. */
function isPassedBy(lane: string, lit: ReadonlySet<string>): boolean {
  if (!isLane(lane)) return false;
  const id = lane.slice('join:'.length, -LANE.length);
  return lit.has(`step:${id}`) && ![...lit].some((part) => part.startsWith(`way:${id}/`));
}

function isLit({ from, to, look }: FlowLine, lit: ReadonlySet<string>): boolean {
  return lit.has(from) && lit.has(to) && look !== 'never';
}
