import type { FlowPart } from '../flow-parts.js';
import type { FlowItem } from '../flow/flow-items.js';
import { OWN_STEPS, type StepPlace } from '../workflow-edits.js';

export const cardWidth = 288;
export const cardHeight = 76;
export const wayHeight = 28;
export const wayWidth = 176;
const joinSize = 8;
const endHeight = 30;
const rowGap = 44;
const laneGap = 36;
const doneWidth = 24;

export interface FlowBox {
  readonly id: FlowPart | 'end' | `join:${string}`;
  readonly kind: 'card' | 'way' | 'join' | 'end';
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlowLine {
  readonly id: string;
  readonly from: FlowBox['id'];
  readonly to: FlowBox['id'];
  /** Where a step is put that the + of this line adds; a line without one has none. */
  readonly place?: StepPlace;
  /** Where the line leaves the column that it begins in: right below its beginning, or right above its end. */
  readonly bend: 'early' | 'late';
  readonly look: 'plain' | 'error' | 'never';
}

export interface FlowDrawing {
  readonly boxes: readonly FlowBox[];
  readonly lines: readonly FlowLine[];
  readonly width: number;
  readonly height: number;
  /** Where the trigger has its middle. */
  readonly axis: number;
}

/**
 * Where each card of a workflow stands and which lines lead from one to the next: worked out from its steps alone, so that
 * nothing has to be kept. Ways stand side by side in their order, each in a column of its own; no line crosses another.
 */
export function layOutFlow(items: readonly FlowItem[], collapsed: ReadonlySet<string>): FlowDrawing {
  const width = Math.max(cardWidth, listWidth(items, collapsed));
  const axis = width / 2;
  const drawn: Drawn = { boxes: [], lines: [], collapsed };
  addBox(drawn, 'trigger', 'card', axis, 0);
  addBox(drawn, 'condition', 'card', axis, cardHeight + rowGap);
  drawn.lines.push({ id: 'trigger>condition', from: 'trigger', to: 'condition', bend: 'early', look: 'plain' });
  const { y, tail } = drawList(drawn, items, axis, 2 * (cardHeight + rowGap), { id: 'condition', look: 'plain' }, OWN_STEPS);
  addBox(drawn, 'end', 'end', axis, y);
  link(drawn, tail, 'end', { list: OWN_STEPS, index: items.length }, 'late');
  return { boxes: drawn.boxes, lines: drawn.lines, width, height: y + endHeight, axis };
}

interface Drawn {
  readonly boxes: FlowBox[];
  readonly lines: FlowLine[];
  readonly collapsed: ReadonlySet<string>;
}

/** What the next line begins at. */
interface Tail { readonly id: FlowBox['id']; readonly look: FlowLine['look'] }

function drawList(drawn: Drawn, items: readonly FlowItem[], axis: number, top: number, before: Tail, list: StepPlace['list']): { readonly y: number; readonly tail: Tail } {
  let y = top;
  let tail = before;
  items.forEach((item, index) => {
    addBox(drawn, item.part, 'card', axis, y);
    link(drawn, tail, item.part, { list, index }, 'early');
    y += cardHeight + rowGap;
    tail = { id: item.part, look: item.isEnd ? 'never' : 'plain' };
    if (isDrawnOpen(item, drawn.collapsed)) ({ y, tail } = drawWays(drawn, item, axis, y));
  });
  return { y, tail };
}

function drawWays(drawn: Drawn, item: FlowItem, axis: number, top: number): { readonly y: number; readonly tail: Tail } {
  const widths = lanesOf(item, drawn.collapsed);
  const waysOnly = widths.slice(-item.ways.length);
  const join: FlowBox['id'] = `join:${item.step.id}`;
  let left = axis - lanesWidth(widths) / 2;
  let lowest = top;
  if (widths.length > waysOnly.length) {
    const done: FlowBox['id'] = `join:${item.step.id}/done`;
    addBox(drawn, done, 'join', left + doneWidth / 2, top + (wayHeight - joinSize) / 2);
    drawn.lines.push({ id: `${item.part}>${done}`, from: item.part, to: done, bend: 'early', look: 'plain' }, { id: `${done}>${join}`, from: done, to: join, bend: 'late', look: 'plain' });
    left += doneWidth + laneGap;
  }
  const tails = item.ways.map((way, index) => {
    const width = waysOnly[index] ?? wayWidth;
    const middle = left + width / 2;
    left += width + laneGap;
    const look = way.kind === 'error' ? 'error' : 'plain';
    addBox(drawn, way.part, 'way', middle, top);
    drawn.lines.push({ id: `${item.part}>${way.part}`, from: item.part, to: way.part, bend: 'early', look });
    const { y, tail } = drawList(drawn, way.items, middle, top + wayHeight + rowGap, { id: way.part, look }, way.list);
    lowest = Math.max(lowest, y);
    return { tail, place: { list: way.list, index: way.items.length } };
  });
  addBox(drawn, join, 'join', axis, lowest);
  for (const { tail, place } of tails) link(drawn, tail, join, place, 'late');
  const endsAll = widths.length === waysOnly.length && tails.every(({ tail }) => tail.look === 'never');
  return { y: lowest + joinSize + rowGap, tail: { id: join, look: endsAll ? 'never' : 'plain' } };
}

function link(drawn: Drawn, { id, look }: Tail, to: FlowBox['id'], place: StepPlace, bend: FlowLine['bend']): void {
  drawn.lines.push({ id: `${id}>${to}`, from: id, to, place, bend, look });
}

const sizes: Readonly<Record<FlowBox['kind'], { readonly width: number; readonly height: number }>> = {
  card: { width: cardWidth, height: cardHeight }, way: { width: wayWidth, height: wayHeight }, join: { width: joinSize, height: joinSize }, end: { width: 96, height: endHeight },
};

function addBox(drawn: Drawn, id: FlowBox['id'], kind: FlowBox['kind'], axis: number, y: number): void {
  const { width, height } = sizes[kind];
  drawn.boxes.push({ id, kind, x: axis - width / 2, y, width, height });
}

function isDrawnOpen(item: FlowItem, collapsed: ReadonlySet<string>): boolean {
  return item.ways.length > 0 && !collapsed.has(item.step.id);
}

function listWidth(items: readonly FlowItem[], collapsed: ReadonlySet<string>): number {
  return items.reduce((widest, item) => Math.max(widest, cardWidth, isDrawnOpen(item, collapsed) ? lanesWidth(lanesOf(item, collapsed)) : 0), 0);
}

/** A step whose only ways are for failures goes straight on, too: in a narrow lane before them. */
function lanesOf({ ways }: FlowItem, collapsed: ReadonlySet<string>): readonly number[] {
  const widths = ways.map((way) => laneWidth(way.items, collapsed));
  return ways.every(({ kind }) => kind === 'error') ? [doneWidth, ...widths] : widths;
}

function laneWidth(items: readonly FlowItem[], collapsed: ReadonlySet<string>): number {
  return Math.max(wayWidth, listWidth(items, collapsed));
}

function lanesWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + laneGap * Math.max(0, widths.length - 1);
}
