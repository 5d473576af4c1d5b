import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { checkWorkflow } from '@guanxi/workflow';
import { sql } from 'kysely';
import { shopObjects } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

let office: TestOffice;

const open = async (documents: readonly WorkflowDocument[]) => {
  office = await TestOffice.open([...shopObjects, ...documents]);
  for (const { name } of documents) await office.activations.activate(office.org, name, false);
};
const onObject = (object: string, name: string, steps: readonly WorkflowStep[], when?: string): WorkflowDocument =>
  ({ kind: 'workflow', name, title: name, object, trigger: { created: {} }, ...(when !== undefined && { when }), guanxi: { id: `w-${name}` }, steps });
const notes = () => office.run<{ step_id: string; status: string; output: unknown }>(sql`select step_id, status, output from ${orgTable(office.org.schema, 'runStep')} order by started_at, position`);
const problems = (steps: readonly WorkflowStep[]) => checkWorkflow(onObject('Customer', 'wrong', steps), office.models.latest() as never).map(({ path, code }) => `${path} ${code}`);

afterEach(() => office.end());

describe('a record that a step has made', () => {
  it('is found by the steps that follow, under the name that the step gives it', async () => {
    await open([onObject('Customer', 'first', [
      { id: 'make', action: 'createRecord', input: { object: 'Order', values: { number: "'A1'", customer: 'id' }, as: 'order' } },
      { id: 'name', action: 'updateRecords', input: { object: 'Order', where: 'id = $Run.order', values: { number: "number & ' of ' & $Record.name" } } },
    ])]);
    await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.pass();
    expect((await office.records<{ number: string }>('Order')).map(({ number }) => number).sort()).toEqual(['A1 of Ada', 'A1 of Bob']);
  });

  it('has a name of which nothing else is kept', async () => {
    await open([]);
    const steps: WorkflowStep[] = [
      { id: 'n', action: 'compute', input: { name: 'order', formula: '1' } },
      { id: 'a', action: 'createRecord', input: { object: 'Order', values: { number: "'A1'" }, as: 'order' } },
      { id: 'b', action: 'createRecord', input: { object: 'Order', values: { number: "'A1'" }, as: '1st' } },
    ];
    expect(problems(steps)).toEqual(['/steps/1/input/as value.type', '/steps/2/input/as value.name']);
  });
});

describe('creating or updating', () => {
  const upsert = (by: readonly string[]): WorkflowStep => ({ id: 'call', action: 'upsertRecord', input: { object: 'Task', by, values: { subject: "'Call ' & customer.name", customer: 'customer', status: "'open'", dueOn: 'orderedOn' }, as: 'task' } });

  it('makes one record for all that mean the same, and changes it the next time', async () => {
    await open([onObject('Order', 'call', [upsert(['customer', 'subject']), { id: 'keep', action: 'compute', input: { name: 'kept', formula: '$Run.task' } }])]);
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.create('Order', { customer: ada, orderedOn: '1997-01-01' }, { customer: ada, orderedOn: '1997-01-02' }, { customer: bob, orderedOn: '1997-01-03' });
    await office.pass();
    const tasks = await office.records<{ id: string; customer_id: string; due_on: string }>('Task');
    expect(tasks).toHaveLength(2);
    expect(tasks.find(({ customer_id: id }) => id === bob)?.due_on).toBe('1997-01-03');
    expect((await notes()).filter(({ step_id: id }) => id === 'call').map(({ output }) => Object.keys(output as object)[0]).sort()).toEqual(['created', 'created', 'updated']);
    await office.create('Order', { customer: bob, orderedOn: '1997-02-01' });
    await office.pass();
    const again = await office.records<{ id: string; due_on: string; customer_id: string }>('Task');
    expect(again.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
    expect(again.find(({ customer_id: id }) => id === bob)?.due_on).toBe('1997-02-01');
  });

  it('refuses where nobody knows which record is meant, without keeping the other runs up', async () => {
    await open([onObject('Order', 'call', [upsert(['customer'])])]);
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.create('Task', { subject: 'One', customer: ada }, { subject: 'Two', customer: ada });
    await office.create('Order', { customer: ada }, { customer: bob }, {});
    await office.pass();
    const failed = await office.run<{ error: string }>(sql`select error from ${orgTable(office.org.schema, 'run')} where error is not null order by error`);
    expect(failed.map(({ error }) => error)).toEqual([expect.stringContaining('is blank'), expect.stringContaining('several records of Task')]);
    // With what their formulas had come to.
    const given = await office.run<{ input: { values?: Record<string, unknown> } | null }>(sql`select input from ${orgTable(office.org.schema, 'runStep')} where status = 'failed'`);
    expect(given.map(({ input }) => input?.values?.['customer'] ?? null).sort()).toEqual([ada, null].sort());
    expect((await office.records('Task')).filter(({ customer_id: id }) => id === bob)).toHaveLength(1);
  });

  it('says what is wrong with the fields that it finds by', async () => {
    await open([]);
    const step = (by: unknown): WorkflowStep => ({ id: 'a', action: 'upsertRecord', input: { object: 'Task', by, values: { subject: 'name' } } });
    expect(problems([step([]), step(['subjct']), step(['status']), step(['subject', 'subject'])])).toEqual([
      '/steps/0/input/by key.missing', '/steps/1/input/by/0 field.unknown', '/steps/2/input/by/0 key.value', '/steps/3/input/by/1 key.twice',
    ]);
  });
});

describe('a set of records', () => {
  const count: WorkflowStep = { id: 'count', action: 'updateRecords', input: { object: 'Customer', where: "calls < 10 && name <> $Record.number", values: { calls: 'calls + 1' } } };

  it('is gone through in portions by whoever comes, each record once, and stays one operation', async () => {
    await open([onObject('Order', 'recount', [count])]);
    await office.create('Customer', ...Array.from({ length: 4_500 }, (_, index) => ({ name: `C${index}`, calls: index === 7 ? 10 : 0 })));
    await office.pass();
    await office.create('Order', { number: 'C9' });
    await office.engine.work(office.org, 0);
    const calls = async () => office.run<{ calls: number; count: number }>(sql`select calls, count(*)::int as count from ${sql.id(office.org.schema, 'customer')} group by calls order by calls`);
    expect(await calls()).toEqual([{ calls: 0, count: 2_500 }, { calls: 1, count: 1_999 }, { calls: 10, count: 1 }].map((row) => ({ ...row, count: row.calls === 1 ? 2_000 : row.calls === 0 ? 2_499 : 1 })));
    // Another worker goes on; what came in after the step began is not of the set.
    office.now = '1997-01-01T13:00:00Z';
    await office.create('Customer', { name: 'Late', calls: 0 });
    const other = await TestOffice.at(office.url);
    try {
      other.know([...shopObjects, onObject('Order', 'recount', [count])]);
      await other.pass(office.now);
    } finally {
      await other.end();
    }
    expect(await calls()).toEqual([{ calls: 0, count: 2 }, { calls: 1, count: 4_498 }, { calls: 10, count: 1 }]);
    expect(await notes()).toEqual([{ step_id: 'count', status: 'done', output: { updated: { object: 'Customer', count: 4_498 } } }]);
    expect(await office.run(sql`select kind, counts from ${orgTable(office.org.schema, 'operation')}`)).toEqual([{ kind: 'run', counts: { 'o-customer': { updated: 4_498 } } }]);
  }, 60_000);

  it('is deleted in the same way', async () => {
    await open([onObject('Order', 'clear', [{ id: 'gone', action: 'deleteRecords', input: { object: 'Task', where: "ISPICKVAL(status, 'done') && customer = $Record.customer" } }])]);
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.create('Task', { subject: 'A', status: 'done', customer: ada }, { subject: 'B', status: 'open', customer: ada }, { subject: 'C', status: 'done', customer: bob });
    await office.create('Order', { customer: ada });
    await office.pass();
    expect((await office.records<{ subject: string }>('Task')).map(({ subject }) => subject)).toEqual(['B', 'C']);
    expect(await notes()).toMatchObject([{ output: { deleted: { object: 'Task', count: 1 } } }]);
  });

  it('is named by a condition, so that an unfinished step reaches nothing', async () => {
    await open([]);
    const step = (where: unknown): WorkflowStep => ({ id: 'a', action: 'deleteRecords', input: { object: 'Task', ...(where !== undefined && { where }) } });
    expect(problems([step(undefined), step('$Record.nothing = 1'), step('subject')])).toEqual(['/steps/0/input/where set.everything', '/steps/1/input/where unknown-field', '/steps/2/input/where result-type']);
  });
});

describe('a comment', () => {
  it('stands on the record and is told to those it mentions, once', async () => {
    await open([onObject('Customer', 'hello', [{ id: 'say', action: 'comment', input: { text: "'Welcome ' & name", mentions: ['owner'] } }])]);
    const [person] = await office.run<{ id: string }>(sql`insert into ${orgTable(office.org.schema, 'user')} (id, name, email, active) values (gen_random_uuid(), 'Ada', 'ada@example.com', true) returning id`);
    await office.create('Customer', { name: 'Acme', owner: person?.id ?? '' });
    await office.pass();
    await office.pass();
    expect(await office.run(sql`select text, mentions::text[] as mentions from ${orgTable(office.org.schema, 'comment')}`)).toEqual([{ text: 'Welcome Acme', mentions: [person?.id] }]);
    expect(await office.run(sql`select user_id, kind, text from ${orgTable(office.org.schema, 'notification')}`)).toEqual([{ user_id: person?.id, kind: 'mention', text: 'Welcome Acme' }]);
    expect(await notes()).toMatchObject([{ output: { commented: 'Welcome Acme', mentioned: [person?.id] } }]);
  });
});
