import type { WorkflowDocument, WorkflowTest, WorkflowTrigger } from '@guanxi/metadata';
import { sql } from 'kysely';
import { shopObjects } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { Trials } from './trials.js';

let office: TestOffice;
let trials: Trials;
beforeAll(async () => {
  office = await TestOffice.open(shopObjects, { id: '00000000-0000-4000-8000-000000000001' });
  trials = new Trials(office.database, office.models as never, { now: (org) => new Date(org.clock ?? office.now) }, office.actors as never);
});
afterAll(() => office.end());

const asker = () => ({ org: office.org, locale: 'en' });
const rule = (trigger: WorkflowTrigger, steps: WorkflowDocument['steps'], more: object = {}): object => ({ kind: 'workflow', name: 'rule', title: 'Rule', object: 'Customer', trigger, steps, ...more });
const task = (id: string, subject: string) => ({ id, action: 'createRecord', input: { object: 'Task', values: { subject, customer: 'id' } } });
const careful: WorkflowDocument['steps'] = [
  { id: 'count', action: 'updateRecord', input: { values: { calls: 'IF(ISBLANK(calls), 0, calls) + 1' } } },
  { id: 'which', action: 'branch', input: { cases: [{ name: 'many', when: 'calls > 2' }] }, paths: { many: [{ id: 'pause', action: 'wait', input: { for: 'P3D' } }, task('call', "'Call no. ' & TEXT(calls)")], otherwise: [task('visit', "'Visit ' & name")] } },
  { id: 'mail', action: 'sendEmail', input: { to: ["'ada@example.com'"], subject: "'Dear ' & name", body: "'Hello'" } },
];

async function nothingIsLeft(): Promise<void> {
  const { schema } = office.org;
  for (const table of ['_run', '_run_step', '_mail', 'task']) {
    expect(await office.run(sql`select from ${sql.id(schema, table)}`)).toEqual([]);
  }
}

describe('a test run', () => {
  it('does the real steps on a record, passes over waits, and takes everything back', async () => {
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'active', calls: 2 });
    const trial = await trials.run(asker(), rule({ created: {} }, careful, { when: "ISPICKVAL(status, 'left')" }), { about: { recordId: ada }, inputs: {}, at: new Date('2001-01-01T00:00:00Z') });
    expect(trial.condition).toMatchObject({ holds: false, because: "ISPICKVAL(status, 'left')" });
    expect(trial.steps.map(({ error }) => error)).toEqual([null, null, null, null, null]);
    expect(trial.steps).toMatchObject([
      { id: 'count', status: 'done', level: 0, input: { values: { calls: '3' } } },
      { id: 'which', way: 'many' },
      { id: 'pause', level: 1, until: '2001-01-04T00:00:00.000Z' },
      { id: 'call', level: 1, at: new Date('2001-01-04T00:00:00Z'), input: { values: { subject: 'Call no. 3' } } },
      { id: 'mail', level: 0, output: { mailed: ['ada@example.com'] } },
    ]);
    expect(trial.writes).toMatchObject([{ object: 'Customer', kind: 'updated', recordName: 'Ada', changes: { calls: [2, 3] } }, { object: 'Task', kind: 'created', recordName: 'Call no. 3' }]);
    expect(trial.letters).toMatchObject([{ kind: 'mail', to: 'ada@example.com', subject: 'Dear Ada' }]);
    expect(trial.names).toContainEqual({ id: ada, object: 'Customer', name: 'Ada' });
    expect(trial.record).toMatchObject({ name: 'Ada', calls: 2 });
    expect(await office.records('Customer')).toMatchObject([{ calls: 2, version: 1 }]);
    await nothingIsLeft();
  });

  it('begins at a step with what earlier ones had left, and does none of those', async () => {
    const [eve = ''] = await office.create('Customer', { name: 'Eve', status: 'left', calls: 4 });
    const steps: WorkflowDocument['steps'] = [{ id: 'twice', action: 'compute', input: { name: 'twice', formula: 'calls * 2' } }, task('first', "'First'"), task('second', 'TEXT($Run.twice)')];
    const whole = await trials.run(asker(), rule({ created: {} }, steps), { about: { recordId: eve }, inputs: {} });
    const held = whole.steps[2]?.held;
    expect(held).toMatchObject({ twice: expect.anything() as unknown });
    const changed = [...steps.slice(0, 2), task('second', "'Twice is ' & TEXT($Run.twice)")];
    const again = await trials.run(asker(), rule({ created: {} }, changed), { about: { recordId: eve }, inputs: {}, from: { step: 'second', values: held ?? {} } });
    expect([again.steps.map(({ id }) => id), again.writes.map(({ recordName }) => recordName)]).toEqual([['second'], ['Twice is 8']]);
    await expect(trials.run(asker(), rule({ created: {} }, changed), { about: { recordId: eve }, inputs: {}, from: { step: 'gone', values: {} } })).rejects.toThrow('“gone”');
    await office.run(sql`delete from ${sql.id(office.org.schema, 'customer')} where id = ${eve}::uuid`);
    await nothingIsLeft();
  });

  it('can be about values that no record has, and tells what failed', async () => {
    const long = "'x" + 'x'.repeat(70) + "'";
    const failing = rule({ button: { inputs: [{ name: 'note', type: 'text' }] } }, [{ ...task('long', long), paths: { error: [task('short', '$Run.note')] } }, { id: 'oops', action: 'compute', input: { name: 'ratio', formula: '1 / calls' } }]);
    const trial = await trials.run(asker(), failing, { about: { record: { name: 'Bob', calls: 0 }, related: [{ relation: 'orders', values: { number: '1' } }] }, inputs: { note: 'Hm' } });
    expect(trial.steps).toMatchObject([
      { id: 'long', status: 'failed', error: expect.stringContaining('Subject') as string, way: 'error', input: { values: { subject: expect.stringMatching(/^x{70,}$/) as string } } },
      { id: 'short', input: { values: { subject: 'Hm' } } },
      { id: 'oops' },
    ]);
    expect(trial.writes).toMatchObject([{ kind: 'created', recordName: 'Hm' }]);
    expect(await office.records('Customer')).toHaveLength(1);
    await nothingIsLeft();
  });
});

describe('the tests of a workflow', () => {
  const elapsed: WorkflowTrigger = { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } };
  const given = { record: { name: 'Ada', status: 'active' }, related: [{ relation: 'orders', values: { orderedOn: '2020-01-01' } }] };
  const judge = (trigger: WorkflowTrigger, ...tests: readonly WorkflowTest[]) => trials.test(asker(), rule(trigger, careful, { when: "ISPICKVAL(status, 'active')", tests }));

  it('are about a moment: at the line it runs, a day before it does not', async () => {
    expect(await judge(elapsed, { title: 'late', ...given, at: '2020-02-01T00:00:00Z', expect: { runs: true, ways: { which: 'otherwise' }, values: { count: { calls: 1 } }, record: { calls: 1 } } },
      { title: 'early', ...given, at: '2020-01-31T23:59:00Z', expect: { runs: false } })).toEqual([{ title: 'late', passed: true, findings: [] }, { title: 'early', passed: true, findings: [] }]);
    await nothingIsLeft();
  });

  it('are about a change: which fields, and what the condition says then', async () => {
    const trigger: WorkflowTrigger = { updated: { fields: ['calls'] } };
    expect(await judge(trigger, { title: 'calls', record: { name: 'Ada', status: 'active', calls: 1 }, change: { calls: 5 }, expect: { runs: true, ways: { which: 'many' } } },
      { title: 'name', record: { name: 'Ada', status: 'active' }, change: { name: 'Bob' }, expect: { runs: false } },
      { title: 'left', record: { name: 'Ada', status: 'active' }, change: { calls: 2, status: 'left' }, expect: { runs: true } })).toEqual([
      { title: 'calls', passed: true, findings: [] }, { title: 'name', passed: true, findings: [] },
      { title: 'left', passed: false, findings: [{ kind: 'runs', expected: 'true', came: "ISPICKVAL(status, 'active')" }] },
    ]);
  });

  it('say of each step and field what came instead', async () => {
    const [judged] = await judge({ created: {} }, { title: 'new', record: { name: 'Ada', status: 'active', calls: 9 }, expect: { runs: true, ways: { which: 'otherwise' }, values: { count: { calls: 9 }, visit: { subject: 'x' } }, record: { calls: '10' } } });
    expect(judged?.findings).toEqual([
      { kind: 'way', step: 'which', expected: 'otherwise', came: 'many' }, { kind: 'value', step: 'count', field: 'calls', expected: '9', came: '10' }, { kind: 'step', step: 'visit', expected: '', came: '' },
    ]);
  });

  it.each<[string, WorkflowTrigger, object]>([['deletion', { deleted: {} }, {}], ['restoring', { restored: {} }, {}], ['a button', { button: {} }, {}], ['a schedule', { schedule: { cron: '0 9 * * *' } }, {}]])('know of %s', async (_, trigger, more) => {
    const tests = [{ title: 'it', record: { name: 'Ada' }, ...more, expect: { runs: true } }];
    expect(await trials.test(asker(), rule(trigger, [{ id: 'stop', action: 'stop', input: {} }], { tests }))).toEqual([{ title: 'it', passed: true, findings: [] }]);
  });

  it('are about a save, with what was before and who saves, where it acts before one', async () => {
    const steps: WorkflowDocument['steps'] = [
      { id: 'which', action: 'branch', input: { cases: [{ name: 'known', when: 'NOT(ISNEW()) && ISCHANGED(name)' }, { name: 'bad', when: "CONTAINS(name, 'test')" }] }, paths: {
        known: [{ id: 'note', action: 'updateRecord', input: { values: { name: "name & ', before ' & PRIORVALUE(name)", calls: '1' } } }],
        bad: [{ id: 'no', action: 'refuse', input: { message: { text: 'No test customers.' } } }], otherwise: [{ id: 'first', action: 'updateRecord', input: { values: { calls: '7' } } }],
      } },
      { id: 'later', action: 'updateRecord', input: { values: { calls: 'calls + 1' } } },
    ];
    const save = (on: readonly ('create' | 'update')[], ...tests: readonly WorkflowTest[]) => trials.test(asker(), rule({ beforeSave: { on, active: false } }, steps, { when: "NOT(ISBLANK($User.email)) || ISPICKVAL(status, 'active')", tests }));
    const record = { name: 'Ada', status: 'active' };
    expect(await save(['create', 'update'], { title: 'new', record, expect: { runs: true, ways: { which: 'otherwise' }, values: { first: { calls: 7 }, later: { calls: 8 } }, record: { calls: 8 } } },
      { title: 'changed', record, change: { name: 'Bob' }, expect: { runs: true, ways: { which: 'known' }, values: { note: { name: 'Bob, before Ada' } }, record: { calls: 2 } } },
      { title: 'refused', record: { ...record, name: 'a test' }, expect: { runs: true, refused: true } },
      { title: 'not asked', record: { name: 'Ada', status: 'left' }, expect: { runs: false, record: { calls: null } } },
      { title: 'wrong', record: { ...record, name: 'a test' }, expect: { runs: true } })).toEqual([
      ...['new', 'changed', 'refused', 'not asked'].map((title) => ({ title, passed: true, findings: [] })),
      { title: 'wrong', passed: false, findings: [{ kind: 'refused', expected: 'false', came: 'No test customers.' }] },
    ]);
    expect(await save(['update'], { title: 'new', record, expect: { runs: false } })).toEqual([{ title: 'new', passed: true, findings: [] }]);
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'left' });
    const trial = await trials.run(asker(), rule({ beforeSave: { on: ['create'] } }, steps, { when: "ISPICKVAL(status, 'active')" }), { about: { recordId: ada }, inputs: {} });
    expect(trial).toMatchObject({ condition: { holds: false }, steps: [{ id: 'which', way: 'otherwise', level: 0 }, { id: 'first', level: 1, input: { values: { calls: 7 } } }, { id: 'later', level: 0 }], writes: [{ kind: 'updated', changes: { calls: [null, 8] } }] });
    expect(await office.run(sql`select calls from ${sql.id(office.org.schema, 'customer')} where id = ${ada}`)).toEqual([{ calls: null }]);
  });

  it('refuse to speak of what is not there', async () => {
    await expect(judge({ created: {} }, { title: 'odd', record: { nme: 'Ada' }, related: [{ relation: 'ordrs', values: {} }], expect: { runs: true, ways: { nowhere: 'x' } } })).rejects.toMatchObject({
      extensions: { problems: [{ path: '/tests/0/record/nme' }, { path: '/tests/0/related/0/relation' }, { path: '/tests/0/expect/ways/nowhere' }] },
    });
  });
});
