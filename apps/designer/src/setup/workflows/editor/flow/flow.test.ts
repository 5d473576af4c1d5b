import type { WorkflowStep } from '@guanxi/metadata';
import fc from 'fast-check';
import type { WorkflowDraft } from '../../automation-types.js';
import { layOutFlow } from '../canvas/lay-out-flow.js';
import type { FlowPart } from '../flow-parts.js';
import { allItems, flowItems, type FlowWords } from './flow-items.js';
import { outlineRows } from './outline-rows.js';
import { traceFlow } from './trace-flow.js';
import { walkFlow } from './walk-flow.js';

const words: FlowWords = { t: ((key: string) => key) as unknown as FlowWords['t'], locale: 'en', objects: [], workflowTitle: (name) => name, titleOf: (action: string) => action, objectOf: () => 'Customer' };
const flowOf = (steps: readonly WorkflowStep[]) => flowItems({ kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { created: {} }, guanxi: {}, steps } as WorkflowDraft, words);
const stop = (id: string): WorkflowStep => ({ id, action: 'stop', input: {} });
const notify = (id: string): WorkflowStep => ({ id, action: 'notify', input: { to: 'owner' } });
const branch = (id: string, yes: readonly WorkflowStep[], otherwise: readonly WorkflowStep[]): WorkflowStep => ({ id, action: 'branch', input: { cases: [{ name: 'yes', title: 'Yes', when: 'TRUE' }] }, paths: { yes, otherwise } });

const items = flowOf([notify('a'), branch('b', [notify('c'), notify('d')], [notify('e')]), notify('f')]);
const open = new Set<string>();

describe('the flow of a workflow', () => {
  it('numbers steps, also those in ways', () => {
    expect(allItems(items).map(({ step, number }) => `${number} ${step.id}`)).toEqual(['1 a', '2 b', '2.1 c', '2.2 d', '2.1 e', '3 f']);
  });

  it('is walked with the arrow keys', () => {
    const walk = (from: FlowPart, ...keys: readonly string[]) => keys.reduce<FlowPart | null>((at, key) => at && walkFlow({ items, collapsed: open }, at, key), from);
    expect(walk('trigger', 'ArrowDown', 'ArrowDown')).toBe('step:a');
    expect(walk('step:a', 'ArrowDown', 'ArrowDown')).toBe('way:b/yes');
    expect(walk('way:b/yes', 'ArrowRight')).toBe('way:b/otherwise');
    expect(walk('way:b/yes', 'ArrowDown', 'ArrowDown')).toBe('step:d');
    expect(walk('step:d', 'ArrowRight')).toBe('step:e');
    expect(walk('step:d', 'ArrowDown')).toBe('step:f');
    expect(walk('step:c', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toBe('step:a');
    expect(walk('step:f', 'ArrowDown')).toBeNull();
    expect(walk('step:d', 'Home')).toBe('trigger');
    expect(walkFlow({ items, collapsed: new Set(['b']) }, 'step:b', 'ArrowDown')).toBe('step:f');
  });

  it('reads as an outline with the same steps in the same order', () => {
    expect(outlineRows(items, open).map(({ part, level }) => `${level} ${part}`)).toEqual(['1 step:a', '1 step:b', '2 way:b/yes', '3 step:c', '3 step:d', '2 way:b/otherwise', '3 step:e', '1 step:f']);
    expect(outlineRows(items, new Set(['b'])).map(({ part }) => part)).toEqual(['step:a', 'step:b', 'step:f']);
  });
});

const anySteps = fc.letrec<{ steps: readonly WorkflowStep[]; step: WorkflowStep }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 3 }),
  step: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.uuid().map(notify), fc.uuid().map(stop), fc.tuple(fc.uuid(), tie('steps'), tie('steps')).map(([id, yes, otherwise]) => branch(id, yes, otherwise))),
})).steps;

describe('the drawing of a flow', () => {
  it('shows every step once, none over another, and the ways of a step from left to right', () => {
    fc.assert(fc.property(anySteps, (steps) => {
      const flow = flowOf(steps);
      const { boxes, lines, width, height } = layOutFlow(flow, open);
      const cards = boxes.filter(({ kind }) => kind === 'card').map(({ id }) => id);
      expect(cards.slice().sort()).toEqual(['trigger', 'condition', ...allItems(flow).map(({ part }) => part)].sort());
      for (const [index, one] of boxes.entries()) {
        expect(one.x >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
        expect(boxes.slice(index + 1).some((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height)).toBe(false);
      }
      for (const item of allItems(flow)) {
        const places = item.ways.map((way) => boxes.find(({ id }) => id === way.part)?.x ?? Number.NaN);
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
      // Each list has one place more than it has steps.
      const lists = 1 + allItems(flow).reduce((sum, { ways }) => sum + ways.length, 0);
      expect(lines.filter(({ place }) => place).length).toBe(allItems(flow).length + lists);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    }), { numRuns: 60 });
  });

  it('leads on beside a way that is for failures alone', () => {
    const { lines, boxes } = layOutFlow(flowOf([{ ...notify('a'), paths: { error: [notify('b')] } }]), open);
    expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(['step:a>join:a/done', 'join:a/done>join:a', 'step:a>way:a/error', 'step:b>join:a']));
    expect(boxes.find(({ id }) => id === 'join:a/done')?.x).toBeLessThan(boxes.find(({ id }) => id === 'way:a/error')?.x ?? 0);
  });

  it('leaves out what is folded away', () => {
    expect(layOutFlow(items, new Set(['b'])).boxes.map(({ id }) => id)).toEqual(['trigger', 'condition', 'step:a', 'step:b', 'step:f', 'end']);
  });
});

describe('the way of a run', () => {
  const ran = (ids: readonly string[], status: 'DONE' | 'WAITING' = 'DONE', output: unknown = null) => ({ status, steps: ids.map((id) => ({ id, action: '', title: null, status: 'done', input: null, output, startedAt: null, finishedAt: null, attempts: 1, error: null })) });
  const lit = (flow: typeof items, run: ReturnType<typeof ran>) => [...traceFlow(layOutFlow(flow, open), flow, run)].filter((id) => !id.includes('>')).sort();

  it('is lit from the trigger to the end, through the way that was taken', () => {
    expect(lit(items, ran(['a', 'b', 'e', 'f']))).toEqual(['condition', 'end', 'join:b', 'step:a', 'step:b', 'step:e', 'step:f', 'trigger', 'way:b/otherwise']);
    const lines = traceFlow(layOutFlow(items, open), items, ran(['a', 'b', 'e', 'f']));
    expect([lines.has('step:e>join:b'), lines.has('step:d>join:b'), lines.has('step:b>way:b/yes')]).toEqual([true, false, false]);
  });

  it('ends where the run stands, or where it was stopped', () => {
    expect(lit(items, ran(['a', 'b', 'c'], 'WAITING'))).toEqual(['condition', 'step:a', 'step:b', 'step:c', 'trigger', 'way:b/yes']);
    const stopping = flowOf([branch('b', [stop('s')], []), notify('f')]);
    expect(lit(stopping, ran(['b', 's']))).toEqual(['condition', 'step:b', 'step:s', 'trigger', 'way:b/yes']);
    expect(lit(stopping, ran(['b', 'f'], 'DONE', { took: 'otherwise' }))).toContain('way:b/otherwise');
  });

  it('goes past a way for failures that was not needed', () => {
    const careful = flowOf([{ ...notify('a'), paths: { error: [notify('x')] } }, notify('f')]);
    expect(lit(careful, ran(['a', 'f']))).toEqual(['condition', 'end', 'join:a', 'join:a/done', 'step:a', 'step:f', 'trigger']);
    expect(lit(careful, ran(['a', 'x', 'f']))).not.toContain('join:a/done');
  });
});
