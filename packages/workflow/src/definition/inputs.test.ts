import type { WorkflowInput } from '@guanxi/metadata';
import { tellProblems } from '@guanxi/metadata';
import { readInputs } from './inputs.js';

const inputs: readonly WorkflowInput[] = [
  { name: 'reason', title: 'Reason', titles: { 'zh-TW': '原因' }, type: 'text', required: true },
  { name: 'amount', type: 'number', pointer: '/order/lines/0/amount' },
  { name: 'urgent', type: 'boolean' },
  { name: 'due', type: 'date' },
  { name: 'at', type: 'datetime' },
];

describe('reading what comes in', () => {
  it('keeps values in the form that runs keep them, blanks as null', () => {
    expect(readInputs(inputs, { reason: ' late ', amount: 12.5, urgent: false, due: '2026-02-28', at: '2026-01-31T09:00:00+08:00' }, { pointers: false }))
      .toEqual({ ok: true, value: { reason: ' late ', amount: '12.5', urgent: false, due: '2026-02-28', at: '2026-01-31T01:00:00.000Z' } });
    expect(readInputs(inputs, { reason: 'x', amount: '', at: null }, { pointers: false })).toEqual({ ok: true, value: { reason: 'x', amount: null, urgent: null, due: null, at: null } });
  });

  it('finds values by their pointers, and leaves alone what nobody asked for', () => {
    const read = readInputs(inputs, { reason: 4711, order: { lines: [{ amount: '3' }] }, more: {} }, { pointers: true });
    expect(read).toEqual({ ok: true, value: { reason: '4711', amount: '3', urgent: null, due: null, at: null } });
    expect(readInputs([{ name: 'a', type: 'text', pointer: '/__proto__/x' }], {}, { pointers: true })).toEqual({ ok: true, value: { a: null } });
  });

  it('says everything that is wrong at once, in the language of whoever asks', () => {
    const read = readInputs(inputs, { reason: ' ', amount: 'many', urgent: 'yes', due: '2026-02-30', at: '2026-01-31T09:00', reson: 1 }, { pointers: false });
    const problems = read.ok ? [] : tellProblems(read.problems, 'zh-TW');
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['/reson', 'input.unknown'], ['/reason', 'input.missing'], ['/amount', 'input.kind'], ['/urgent', 'input.kind'], ['/due', 'input.kind'], ['/at', 'input.kind'],
    ]);
    expect(problems[1]?.message).toBe('必須填寫原因。');
    expect(readInputs(inputs, [], { pointers: true })).toMatchObject({ ok: false, problems: [{ code: 'inputs.object' }] });
  });
});
