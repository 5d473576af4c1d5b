import { shopModel, winbackCall } from '../testing/shop.js';
import { explain, type ExplainedCase, type ExplainedElapsed } from './explain.js';
import { traceCondition } from './trace-condition.js';

const trigger: ExplainedElapsed = {
  kind: 'elapsed', period: '30 days', anchorName: 'the latest Ordered on among the Orders', includesPast: false, state: 'waiting',
  line: { anchor: '1997-01-01', due: '1997-01-31', dueAt: new Date('1997-02-01T00:00:00Z') },
};
const about: ExplainedCase = {
  workflowTitle: 'Call customers', recordName: 'Ada', record: 'there', isPast: false, activeSince: new Date('1997-01-01T00:00:00Z'), timeZone: 'UTC', locale: 'en',
  now: new Date('1997-01-20T00:00:00Z'), run: null, condition: null, trigger,
};
const workflow = { ...winbackCall, when: "AND(ISPICKVAL(status, 'active'), NOT(ISBLANK(name)))" };
const condition = traceCondition(workflow, shopModel(workflow), { status: 'left', name: 'Ada' }, { now: '1997-02-01T00:00:00Z', timeZone: 'UTC' });
const run = { status: 'done', occasion: '1997-01-31', startedAt: new Date('1997-02-01T00:00:03Z'), error: null };

const verdict = (changes: Partial<ExplainedCase>, elapsed: Partial<ExplainedElapsed> = {}) => explain({ ...about, ...changes, trigger: { ...trigger, ...elapsed } }).verdict;

describe('explain', () => {
  const late = new Date('1997-03-01T00:00:00Z');

  it.each<[string, string]>([
    [verdict({ activeSince: null }), '“Call customers” is switched off.'],
    [verdict({ record: 'deleted' }), 'Ada has been deleted, and workflows do not run on deleted records.'],
    [verdict({}, { line: null }), 'There is nothing to count 30 days from: the latest Ordered on among the Orders of Ada is blank.'],
    [verdict({}), 'It is not time yet: the latest Ordered on among the Orders is 1997-01-01, so the 30 days are over on 1997-02-01 00:00.'],
    [verdict({ now: late }, { state: 'excluded' }), 'Ada was already past the line (1997-01-31) when the workflow was switched on, and those were not included.'],
    [verdict({ now: late, condition }, { state: 'passed' }), "The line was reached on 1997-01-31, but the condition was not true: ISPICKVAL(status, 'active') (status is “left”)."],
    [verdict({ now: late, run }), 'It ran on Ada on 1997-02-01 00:00 and has done all its steps.'],
    [verdict({ now: late, run: { ...run, status: 'failed' } }), 'It ran on Ada on 1997-02-01 00:00 but a step failed and the run is parked; it can be tried again.'],
    [verdict({ now: late }), 'The line was reached on 1997-01-31; it will run within a minute.'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('says of what acts within a save that it acted, or that nobody knows where it sets what its condition reads', () => {
    const last = { at: new Date('1997-01-10T00:00:00Z'), occasion: '1' };
    const saved = (sets: readonly string[], changes: Partial<ExplainedCase> = {}) => explain({ ...about, ...changes, trigger: { kind: 'occurrence', sentence: '', last, acts: { sets } } });
    expect(saved([])).toMatchObject({ ran: true, reason: 'ran', verdict: 'It acted on Ada before it was saved on 1997-01-10 00:00.' });
    expect(saved([], { condition })).toMatchObject({ ran: false, reason: 'condition' });
    expect(saved(['Status'], { condition })).toMatchObject({ ran: false, reason: 'unsure', verdict: expect.stringContaining('reads Status, which it sets itself') as string });
  });

  it('says that an order has moved the line since the last run', () => {
    const line = { anchor: '1997-02-10', due: '1997-03-12', dueAt: new Date('1997-03-13T00:00:00Z') };
    const told = explain({ ...about, now: late, run, trigger: { ...trigger, line } });
    expect(told).toMatchObject({ ran: false, dueAt: line.dueAt });
    expect(told.verdict).toContain('It ran last for 1997-01-31; since then the latest Ordered on among the Orders has moved the line.');
  });

  it('lists what the answer rests on', () => {
    expect(explain({ ...about, now: late, condition }).facts).toEqual([
      { label: 'Switched on', value: 'since 1997-01-01 00:00', holds: true },
      { label: 'The latest Ordered on among the Orders', value: '1997-01-01', holds: null },
      { label: '30 days later', value: '1997-01-31', holds: true },
      { label: workflow.when, value: 'false', holds: false },
      { label: "ISPICKVAL(status, 'active')", value: 'false', holds: false },
      { label: 'status', value: 'left', holds: null },
      { label: 'NOT(ISBLANK(name))', value: 'true', holds: true },
      { label: 'ISBLANK(name)', value: 'false', holds: false },
      { label: 'name', value: 'Ada', holds: null },
    ]);
  });

  it.each<[string, string, string]>([
    ['zh-TW', verdict({ locale: 'zh-TW' }, { anchorName: '訂單中最近的訂購日', period: '30 天' }), '時間還沒到：訂單中最近的訂購日是 1997-01-01，30 天要到 1997-02-01 00:00 才滿。'],
    ['zh-CN', verdict({ locale: 'zh-CN', activeSince: null }), '“Call customers”已停用。'],
    ['zh-CN', verdict({ locale: 'zh-CN', now: late, run }), '已于 1997-02-01 00:00 在“Ada”上执行，所有步骤都已完成。'],
    ['zh-TW', verdict({ locale: 'zh-TW', now: late, condition }, { state: 'passed' }), "1997-01-31 已到期限，但條件不成立：ISPICKVAL(status, 'active')（status 是「left」）。"],
  ])('tells it in %s: %s', (_, said, expected) => {
    expect(said).toBe(expected);
  });

  it('labels the facts in the language of who asks', () => {
    expect(explain({ ...about, locale: 'zh-TW', activeSince: null, record: 'deleted' }).facts).toMatchObject([
      { label: '已啟用', value: '否' }, { label: '記錄', value: '已刪除' }, {}, { label: '30 days後' },
    ]);
  });
});
