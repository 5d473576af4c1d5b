import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { shopObjects } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

interface RunRow { readonly id: string; readonly status: string; readonly rests: boolean; readonly error: string | null; readonly parent_id: string | null; readonly next: string | null }

let office: TestOffice;

const open = async (documents: readonly object[], options: Parameters<typeof TestOffice.open>[1] = {}) => {
  office = await TestOffice.open([...shopObjects, ...documents], options);
  for (const { name } of documents as readonly WorkflowDocument[]) await office.activations.activate(office.org, name, false);
};
const runs = () => office.run<RunRow>(sql`select id, status, rests, error, parent_id, next_attempt_at::text as next from ${orgTable(office.org.schema, 'run')} order by started_at, parent_id nulls first`);
const notes = () => office.run<{ step_id: string; status: string; output: unknown }>(sql`select step_id, status, output from ${orgTable(office.org.schema, 'runStep')} order by started_at, position`);
const subjects = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject);

const onCustomer = (name: string, steps: readonly WorkflowStep[]): WorkflowDocument =>
  ({ kind: 'workflow', name, title: name, object: 'Customer', trigger: { created: {} }, guanxi: { id: `w-${name}` }, steps });
const task = (id: string, subject: string): WorkflowStep => ({ id, action: 'createRecord', input: { object: 'Task', values: { subject } } });

afterEach(() => office.end());

describe('a branch', () => {
  it('sends each run the first way whose condition is true, all of a batch at once', async () => {
    await open([onCustomer('greet', [
      {
        id: 'which', action: 'branch',
        input: { cases: [{ name: 'gone', title: 'Has left', when: "ISPICKVAL(status, 'left')" }, { name: 'busy', when: 'calls > 2' }] },
        paths: { gone: [task('win', "'Win back ' & name")], busy: [task('calm', "'Calm ' & name"), task('more', "'And more ' & name")], otherwise: [] },
      },
      task('last', "'Last ' & name"),
    ])]);
    await office.create('Customer', { name: 'Ada', status: 'left', calls: 9 }, { name: 'Bob', calls: 3 }, { name: 'Cyd' });
    await office.pass();
    expect((await subjects()).sort()).toEqual(['And more Bob', 'Calm Bob', 'Last Ada', 'Last Bob', 'Last Cyd', 'Win back Ada']);
    expect((await notes()).filter(({ step_id: id }) => id === 'which').map(({ output }) => output)).toEqual(expect.arrayContaining([{ took: 'Has left' }, { took: 'busy' }, { took: 'otherwise' }]));
  });
});

describe('a wait', () => {
  it('rests for its time and goes on once, also when the clock passes it while nobody is at work', async () => {
    await open([onCustomer('later', [{ id: 'wait', action: 'wait', input: { for: 'P3D' } }, task('call', "'Call ' & name")])], { timeZone: 'Europe/Berlin' });
    // Three days later it is the same time of day, though the clocks have been put forward.
    office.now = '1997-03-29T12:00:00Z';
    await office.create('Customer', { name: 'Ada' });
    await office.pass();
    expect(await runs()).toMatchObject([{ status: 'resting', rests: true, next: '1997-04-01 11:00:00+00' }]);
    await office.pass('1997-04-01T10:59:59Z');
    expect(await subjects()).toEqual([]);
    await office.pass('1997-04-05T00:00:00Z');
    await office.pass('1997-04-06T00:00:00Z');
    expect(await subjects()).toEqual(['Call Ada']);
    expect(await runs()).toMatchObject([{ status: 'done', rests: false }]);
    expect(await notes()).toMatchObject([{ step_id: 'wait', status: 'done', output: { waits: '1997-04-01T11:00:00.000Z', waited: '1997-04-05T00:00:00.000Z' } }, { step_id: 'call', status: 'done' }]);
  });

  it('waits until the day that the record says begins in the org, and not for a day that is past or blank', async () => {
    await open([onCustomer('renew', [{ id: 'wait', action: 'wait', input: { until: 'renewsOn' } }, task('call', "'Renew ' & name")])], { timeZone: 'Asia/Taipei' });
    await office.create('Customer', { name: 'Ada', renewsOn: '1997-01-10' }, { name: 'Bob', renewsOn: '1996-12-01' }, { name: 'Cyd' });
    await office.pass();
    expect((await subjects()).sort()).toEqual(['Renew Bob', 'Renew Cyd']);
    await office.pass('1997-01-09T15:59:59Z');
    expect(await subjects()).toHaveLength(2);
    await office.pass('1997-01-09T16:00:00Z');
    expect((await subjects()).sort()).toEqual(['Renew Ada', 'Renew Bob', 'Renew Cyd']);
  });
});

describe('what a step works out', () => {
  it('is found by the formulas of later steps, each value in its own kind', async () => {
    await open([onCustomer('count', [
      { id: 'n', action: 'compute', input: { name: 'twice', formula: 'calls * 2' } },
      { id: 'd', action: 'compute', input: { name: 'dueOn', formula: 'renewsOn - $Run.twice' } },
      { id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: "IF($Run.twice > 5, 'Many ', 'Few ') & name", dueOn: '$Run.dueOn' } } },
    ])]);
    await office.create('Customer', { name: 'Ada', calls: 3, renewsOn: '1997-01-10' }, { name: 'Bob', calls: 1, renewsOn: '1997-01-10' });
    await office.pass();
    const made = await office.records<{ subject: string; due_on: string }>('Task');
    expect(made.map(({ subject, due_on: due }) => [subject, due]).sort()).toEqual([['Few Bob', '1997-01-08'], ['Many Ada', '1997-01-04']]);
  });

  it('is known only to steps that come after it', async () => {
    const early = onCustomer('early', [task('task', '$Run.late'), { id: 'late', action: 'compute', input: { name: 'late', formula: 'name' } }]);
    await expect(TestOffice.open([...shopObjects, early])).rejects.toThrow(/steps\/0\/input\/values\/subject/);
    await open([]);
  });
});

describe('a loop', () => {
  const loop = onCustomer('rounds', [
    { id: 'wait', action: 'wait', input: { for: 'P1D' } },
    { id: 'each', action: 'forEach', input: { relation: 'orders', where: "number <> 'x'" }, paths: { each: [{ id: 'in', action: 'createRecord', input: { object: 'Task', values: { subject: "customer.name & ' ' & number" } } }] } },
    task('after', "'After ' & name"),
  ]);

  it('runs its steps for every related record and goes on when all are done', async () => {
    await open([loop]);
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.create('Order', { number: '1', customer: ada }, { number: '2', customer: ada }, { number: 'x', customer: ada }, { number: 'x', customer: bob });
    await office.pass();
    await office.pass('1997-01-03T00:00:00Z');
    expect((await subjects()).sort()).toEqual(['Ada 1', 'Ada 2', 'After Ada', 'After Bob']);
    const all = await runs();
    expect(all.filter(({ parent_id: parent }) => parent !== null)).toHaveLength(2);
    expect(all.every(({ status }) => status === 'done')).toBe(true);
  });

  it('waits for a round that has failed, until somebody has mended it', async () => {
    await open([loop]);
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    const [first = ''] = await office.create('Order', { number: 'n'.repeat(80), customer: ada });
    await office.create('Order', { number: '2', customer: ada });
    await office.pass();
    for (const now of ['1997-01-02T12:00:00Z', '1997-01-02T12:01:00Z', '1997-01-02T12:02:00Z', '1997-01-03T00:00:00Z']) await office.pass(now);
    expect(await subjects()).toEqual(['Ada 2']);
    expect((await runs()).map(({ status }) => status).sort()).toEqual(['done', 'failed', 'resting']);
    await office.update('Order', first, { number: '1' });
    await office.run(sql`update ${orgTable(office.org.schema, 'run')} set status = 'running', attempts = 0, next_attempt_at = '1997-01-03T00:00:00Z' where status = 'failed'`);
    await office.pass();
    expect((await subjects()).sort()).toEqual(['Ada 1', 'Ada 2', 'After Ada']);
  });
});

describe('another workflow', () => {
  it('is run on the same record and waited for', async () => {
    const called = { ...onCustomer('called', [{ id: 'wait', action: 'wait', input: { for: 'PT1H' } }, task('in', "'Called for ' & name")]), trigger: { updated: { fields: ['calls'] } } };
    await open([onCustomer('caller', [{ id: 'call', action: 'callWorkflow', input: { workflow: 'called' } }, task('after', "'After ' & name")]), called]);
    await office.create('Customer', { name: 'Ada' });
    await office.pass();
    expect(await subjects()).toEqual([]);
    await office.pass('1997-01-01T13:00:00Z');
    expect(await subjects()).toEqual(['Called for Ada', 'After Ada']);
  });

  it('that calls itself is stopped, and says which', async () => {
    await open([onCustomer('again', [{ id: 'call', action: 'callWorkflow', input: { workflow: 'again' } }])]);
    await office.create('Customer', { name: 'Ada' });
    for (const minute of [0, 1, 2, 3]) await office.pass(`1997-01-01T12:0${minute}:00Z`);
    for (const hour of [1, 2, 3]) await office.pass(`1997-01-02T0${hour}:00:00Z`);
    const failed = (await runs()).filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([{ error: expect.stringContaining('“again” has called itself more than 8 times') as string }]);
  });
});

describe('a step that fails', () => {
  it('goes the way that is drawn for it, after it was tried again', async () => {
    await open([onCustomer('careful', [
      { id: 'try', action: 'createRecord', input: { object: 'Task', values: { subject: `name & '${'!'.repeat(58)}'` } }, paths: { error: [task('mend', "'Mend ' & name")] } },
      task('after', "'After ' & name"),
    ])]);
    await office.create('Customer', { name: 'Ada' }, { name: 'B' });
    for (const now of ['1997-01-01T12:00:00Z', '1997-01-01T12:01:00Z', '1997-01-01T12:02:00Z']) await office.pass(now);
    expect((await subjects()).sort()).toEqual(['After Ada', 'After B', `B${'!'.repeat(58)}`, 'Mend Ada']);
    expect((await runs()).map(({ status }) => status)).toEqual(['done', 'done']);
  });

  it('ends the run, where the way says stop', async () => {
    await open([onCustomer('stopping', [
      { id: 'which', action: 'branch', input: { cases: [{ name: 'yes', when: 'true' }] }, paths: { yes: [{ id: 'del', action: 'deleteRecord', input: {} }, { id: 'end', action: 'stop', input: {} }] } },
      task('after', "'After ' & name"),
    ])]);
    await office.create('Customer', { name: 'Ada' });
    await office.pass();
    expect(await subjects()).toEqual([]);
    expect(await office.records('Customer')).toEqual([]);
    expect(await runs()).toMatchObject([{ status: 'done' }]);
  });
});
