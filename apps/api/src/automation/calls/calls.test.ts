import type { WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { shopObjects, workflow } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { raiseEvents } from './raise-events.js';

const documents: readonly object[] = [
  ...shopObjects,
  { kind: 'view', name: 'busy', title: 'Busy', object: 'Customer', columns: ['name'], where: { calls: { gte: 3 } }, guanxi: { id: 'v-busy' } },
  { kind: 'view', name: 'withOpenTasks', title: 'With open tasks', object: 'Customer', columns: ['name'], where: { tasks: { some: { status: { eq: 'open' } } } }, guanxi: { id: 'v-tasks' } },
];
const task = (subject: string) => ['createRecord', { object: 'Task', values: { subject, customer: 'id' } }] as [string, object];

const paid = workflow('onPaid', 'Customer', { event: { name: 'order.paid', inputs: [{ name: 'amount', type: 'number', required: true }] } }, [task("'Paid ' & TEXT($Run.amount)")]);
const raiser = workflow('raiser', 'Order', { created: {} }, [['raiseEvent', { event: 'order.made' }]]);

describe('what workflows hear', () => {
  let office: TestOffice;
  let customer: string;

  const open = async (...workflows: WorkflowDocument[]) => {
    office = await TestOffice.open([...documents, ...workflows]);
    for (const { name } of workflows) await office.activations.activate(office.org, name, false);
    [customer = ''] = await office.create('Customer', { name: 'Ann', calls: 1 });
  };
  const raise = (name: string, key: string, values: Record<string, string | boolean | null> = {}) =>
    office.database.transaction(office.org, async (tx) => {
      const { model } = await office.models.current();
      const object = model.objectByName.get('Customer');
      if (!object) throw new Error('There are no customers.');
      return raiseEvents(tx, [{ key, name, object, recordId: customer, values, depth: 0, raisedBy: { source: 'api' } }], { models: office.models, clock: { now: () => new Date(office.now) } });
    });
  const subjects = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort();
  const runs = () => office.run<{ status: string; occasion: string; trigger: object; error: string | null }>(sql`select status, occasion, trigger, error from ${orgTable(office.org.schema, 'run')} order by occasion`);

  afterEach(() => office.end());

  it('begins with an event, once however often the same one is raised', async () => {
    await open(paid);
    expect(await raise('order.paid', 'a', { amount: '12.50' })).toEqual({ ok: true, raised: [{ key: 'a', begun: ['onPaid'], woken: 0 }] });
    expect(await raise('order.paid', 'a', { amount: '12.50' })).toEqual({ ok: true, raised: [{ key: 'a', begun: [], woken: 0 }] });
    await raise('order.lost', 'b');
    await office.pass();
    expect(await subjects()).toEqual(['Paid 12.5']);
    expect(await runs()).toMatchObject([{ occasion: 'event:a', trigger: { kind: 'event', name: 'order.paid', source: 'api' } }]);
  });

  it('raises nothing where a workflow does not take the values', async () => {
    await open(paid);
    expect(await raise('order.paid', 'a', { amount: 'many' })).toMatchObject({ ok: false, problems: [{ path: '/values/amount', code: 'input.kind' }] });
    expect(await raise('order.paid', 'a', { amount: '1' })).toMatchObject({ ok: true });
  });

  it('goes on with the event it waits for, or when the time is over; earlier events do not count', async () => {
    const waiter = workflow('waiter', 'Customer', { created: {} }, [['waitForEvent', { event: 'signed', timeout: 'P2D', keep: [{ name: 'by', type: 'text' }] }]]);
    const [step] = waiter.steps;
    const ways = { event: [{ id: 'e', action: 'createRecord', input: { object: 'Task', values: { subject: "'Signed by ' & $Run.by", customer: 'id' } } }], timeout: [{ id: 't', action: 'createRecord', input: { object: 'Task', values: { subject: "'Not signed'", customer: 'id' } } }] };
    if (!step) throw new Error('There is no step.');
    await open({ ...waiter, steps: [{ ...step, paths: ways }] });
    await raise('signed', 'early', { by: 'Eve' });
    await office.pass();
    expect(await raise('signed', 'a', { by: 'Bob' })).toMatchObject({ raised: [{ woken: 1 }] });
    expect(await raise('signed', 'b', { by: 'Cid' })).toMatchObject({ raised: [{ woken: 0 }] });
    const [second] = await office.create('Customer', { name: 'Zoe' });
    await office.pass();
    expect(await subjects()).toEqual(['Signed by Bob']);
    await office.pass('1997-01-03T12:00:01Z');
    expect(await subjects()).toEqual(['Not signed', 'Signed by Bob']);
    expect(await office.run(sql`select from ${orgTable(office.org.schema, 'eventWait')}`)).toEqual([]);
    expect(second).toBeDefined();
  });

  it('lets a step raise an event that others begin with', async () => {
    const heard = workflow('heard', 'Order', { event: { name: 'order.made' } }, [['createRecord', { object: 'Task', values: { subject: "'Made ' & number" } }]]);
    await open(raiser, heard);
    await office.create('Order', { number: 'A1' }, { number: 'A2' });
    await office.pass();
    expect(await subjects()).toEqual(['Made A1', 'Made A2']);
  });

  it('cuts workflows that raise events for each other without end', async () => {
    await open(workflow('ping', 'Customer', { event: { name: 'ping' } }, [['raiseEvent', { event: 'pong' }]]), workflow('pong', 'Customer', { event: { name: 'pong' } }, [['raiseEvent', { event: 'ping' }]]));
    await raise('ping', 'a');
    await office.pass();
    const all = await runs();
    const stopped = all.filter(({ status }) => status === 'failed');
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.error).toMatch(/“ping” and “pong”|“pong” and “ping”/);
    expect(all.length).toBeLessThan(12);
  });

  it('runs once for each time a record enters a list view, and not for those who are there', async () => {
    await open(workflow('entered', 'Customer', { segment: { view: 'busy', when: 'enters' } }, [task("'Entered'")]), workflow('left', 'Customer', { segment: { view: 'busy', when: 'leaves' } }, [task("'Left'")]));
    await office.activations.deactivate(office.org, 'entered');
    await office.update('Customer', customer, { calls: 4 });
    await office.activations.activate(office.org, 'entered', false);
    await office.pass();
    expect(await subjects()).toEqual([]);
    await office.update('Customer', customer, { calls: 5 });
    await office.pass();
    expect(await subjects()).toEqual([]);
    for (const calls of [0, 3, 9, 2, 7]) {
      await office.update('Customer', customer, { calls });
      await office.pass();
    }
    expect(await subjects()).toEqual(['Entered', 'Entered', 'Left', 'Left']);
  });

  it('finds what depends on related records a few minutes later', async () => {
    await open(workflow('entered', 'Customer', { segment: { view: 'withOpenTasks', when: 'enters' } }, [['updateRecord', { values: { calls: '9' } }]]));
    await office.pass();
    await office.create('Task', { subject: 'x', status: 'open', customer });
    await office.pass();
    expect((await runs()).length).toBe(0);
    await office.pass('1997-01-01T12:05:01Z');
    await office.pass('1997-01-01T12:10:02Z');
    expect(await runs()).toMatchObject([{ status: 'done', trigger: { kind: 'segment', view: 'withOpenTasks', when: 'enters' } }]);
  });
});
