import type { Trial } from '../trace/insight-types.js';
import { keepAsTest } from './keep-as-test.js';

const id = '01a20467-efb5-73b1-81c0-176e1a4cecd9';
const step = { action: 'createRecord', title: null, level: 0, status: 'done', at: '2026-01-01T00:00:00Z', output: null, way: null, until: null, error: null };
const trial: Trial = {
  recordId: id, holds: true, conditions: [], writes: [], letters: [], awaits: null, isCut: false, names: [], record: { name: 'Ada', owner: id, calls: 2 }, related: [{ relation: 'orders', values: { orderedOn: '2026-01-01' } }],
  steps: [{ ...step, id: 'which', action: 'branch', input: {}, way: 'many' }, { ...step, id: 'call', input: { values: { subject: 'Call Ada', customer: id } } }, { ...step, id: 'oops', status: 'failed', input: { values: { subject: 'x' } } }],
};

describe('a test run that is kept as a test', () => {
  it('expects the same ways and values again, without what points to records', () => {
    expect(keepAsTest(trial, { title: 'Test 1', at: '2026-01-01T00:00:00Z', inputs: { note: 'Hm', blank: null } })).toEqual({
      title: 'Test 1', record: { name: 'Ada', calls: 2 }, related: trial.related, at: '2026-01-01T00:00:00Z', inputs: { note: 'Hm' },
      expect: { runs: true, ways: { which: 'many' }, values: { call: { subject: 'Call Ada' } } },
    });
  });

  it('expects that it does not run, where the condition was false', () => {
    expect(keepAsTest({ ...trial, holds: false }, { title: 'Test 1', at: null, inputs: {} })).toEqual({ title: 'Test 1', record: { name: 'Ada', calls: 2 }, related: trial.related, expect: { runs: false } });
  });
});
