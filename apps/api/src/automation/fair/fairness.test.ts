import { orgTable } from '@guanxi/query';
import type { ObjectModel, WorkflowDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import { advanceRuns } from '../advance-runs.js';
import { raiseEvents } from '../calls/raise-events.js';
import { matchEvents } from '../match-events.js';
import { callTask, shopObjects, winbackCall, workflow } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { AutomationControl } from './automation-control.js';
import { ParkedRuns } from './parked-runs.js';
import { shareOf } from './share-of.js';
import { Turns } from './turns.js';

interface RunRow { readonly id: string; readonly workflow_id: string; readonly status: string; readonly error: string | null; readonly error_class: string | null; readonly attempts: number }

let office: TestOffice;

const open = async (...documents: readonly WorkflowDocument[]) => {
  office = await TestOffice.open([...shopObjects, ...documents]);
  for (const { name } of documents) await office.activations.activate(office.org, name, false);
};
const table = (name: Parameters<typeof orgTable>[1]) => orgTable(office.org.schema, name);
const runs = () => office.run<RunRow>(sql`select * from ${table('run')} order by started_at, id`);
const count = async (name: Parameters<typeof orgTable>[1]) => (await office.run<{ count: number }>(sql`select count(*)::int as count from ${table(name)}`))[0]?.count ?? 0;
const tasks = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort();
const clock = { now: () => new Date(office.now) };
const models = () => office.models as never;
const queues = { wake: () => undefined } as never;
const control = () => new AutomationControl(office.database, models(), clock, queues);
const parked = () => new ParkedRuns(office.database, models(), clock, queues);
const performer = () => ({ models: office.models, clock, actors: office.actors, writer: office.writer });
const admin = () => ({ org: office.org, userId: '00000000-0000-0000-0000-000000000000', locale: 'en' }) as never;
const many = (length: number) => Array.from({ length }, (_, index) => ({ name: `C${index}` }));
const greet = (name = 'greet') => workflow(name, 'Customer', { created: {} }, [['createRecord', callTask]]);

afterEach(() => office.end());

describe('events of an org', () => {
  it('of a save do not wait for those of a large operation that came before', async () => {
    await open(greet());
    await office.create('Customer', ...many(3_000));
    await office.create('Customer', { name: 'Ada' });
    await office.database.transaction(office.org, (tx) => matchEvents(tx, office.models, clock));
    const made = await office.run<{ name: string }>(sql`select name from ${table('run')} as run join ${sql.id(office.org.schema, 'customer')} as customer on customer.id = run.record_id where name = 'Ada'`);
    expect(made).toHaveLength(1);
    expect(await count('event')).toBeGreaterThan(0);
    await office.pass();
    expect(await tasks()).toHaveLength(3_001);
  });

  it('of one record are looked at in their order, though they wait in different lanes', async () => {
    await open(greet());
    const ids = await office.create('Customer', ...many(3_000));
    const last = ids.at(-1) ?? '';
    await office.update('Customer', last, { status: 'left' });
    const left = async () => (await office.run<{ kind: string }>(sql`select kind from ${table('history')} as history join ${table('event')} as event on event.history_id = history.id where record_id = ${last}::uuid order by id`)).map(({ kind }) => kind);
    await office.database.transaction(office.org, (tx) => matchEvents(tx, office.models, clock));
    expect(await left()).toEqual(['created', 'updated']);
    await office.pass();
    expect(await left()).toEqual([]);
  });
});

describe('workflows of an org', () => {
  it('take turns: one run does not wait for the thousands of another workflow', async () => {
    await open(greet('many'), workflow('one', 'Order', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'Order ' & number" } }]]));
    await office.create('Customer', ...many(1_600));
    await office.create('Order', { number: '7' });
    await office.database.transaction(office.org, (tx) => matchEvents(tx, office.models, clock));
    const turns = new Turns();
    await advanceRuns(office.database, office.org, performer(), turns);
    await advanceRuns(office.database, office.org, performer(), turns);
    expect(await tasks()).toContain('Order 7');
    expect(await tasks()).toHaveLength(501);
    await office.pass();
    expect(await tasks()).toHaveLength(1_601);
  });

  it('that fail again and again do not keep the others from their turn', async () => {
    await open(workflow('bad', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'x' & name & name & name" } }]]), greet('good'));
    await office.create('Customer', ...Array.from({ length: 40 }, (_, index) => ({ name: 'C'.repeat(40) + index })));
    await office.pass();
    expect(await tasks()).toHaveLength(40);
    expect((await runs()).filter(({ status }) => status === 'failed')).toHaveLength(40);
    expect(await parked().groups(admin())).toMatchObject([{ workflow: 'bad', step: 'step1', errorClass: 'refused', count: 40, stepIsThere: true, message: expect.stringContaining('Subject') as string }]);
  });
});

describe('weights', () => {
  it('of workflows are batches each time it is their turn', async () => {
    await open(greet('heavy'), workflow('light', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'Light ' & name" } }]]));
    await office.run(sql`insert into ${table('workflowControl')} (workflow_id, weight) values (${'w-heavy'}, 3) on conflict (workflow_id) do update set weight = 3`);
    await office.create('Customer', ...many(1_500));
    while ((await office.database.transaction(office.org, (tx) => matchEvents(tx, office.models, clock))) > 0);
    const turns = new Turns();
    for (let turn = 0; turn < 4; turn += 1) await advanceRuns(office.database, office.org, performer(), turns);
    const light = (await tasks()).filter((subject) => subject.startsWith('Light')).length;
    expect([(await tasks()).length - light, light]).toEqual([1_500, 500]);
  });

  it('of orgs are lengths of their shares: of two with 1 and 3 the one gets a third of the other, and a sandbox a quarter of its org', async () => {
    const ready = async (id: string, customers: number) => {
      await open(greet());
      await office.create('Customer', ...many(customers));
      while ((await office.database.transaction(office.org, (tx) => matchEvents(tx, office.models, clock))) > 0);
      return { office, org: { ...office.org, id } };
    };
    const [one, three] = [await ready('one', 600), await ready('three', 1_600)];
    const weights = new Map([['one', 0.5], ['three', 1.5]]);
    // Time passes by the batch, so that the shares do not depend on what else the machine does.
    let passed = 0;
    const real = Date.now;
    Date.now = () => passed;
    for (const { office: at } of [one, three]) {
      const create = at.writer.create.bind(at.writer);
      Object.assign(at.writer, { create: (...given: Parameters<typeof create>) => { passed += 1_000; return create(...given); } });
    }
    try {
      for (const { office: at, org } of [one, three]) expect(await at.engine.work(org, shareOf(org, weights))).toBe(true);
    } finally {
      Date.now = real;
    }
    const done: number[] = [];
    for (const { office: at } of [one, three]) {
      office = at;
      done.push((await tasks()).length);
    }
    expect(done).toEqual([500, 1_500]);
    expect([shareOf({ id: 'other' }, weights), shareOf({ id: 'box', sandboxOf: 'three' }, weights), shareOf({ id: 'box', sandboxOf: 'other' }, weights)]).toEqual([2_000, 750, 500]);
    await one.office.end();
  });
});

describe('orgs', () => {
  it('go to the back of the queue after their share: a save of one waits for one round of the other, not for its import', async () => {
    await open(greet());
    const large = office;
    await large.create('Customer', ...many(6_000));
    await open(greet());
    const small = office;
    await small.create('Customer', { name: 'Ada' });
    // As the queue does it: each has at most one job in it, and goes to its end while something is left.
    const queue = [large, small];
    let roundsBefore = 0;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const isLeft = await next.engine.work(next.org, 60_000, 1);
      if (isLeft) queue.push(next);
      office = small;
      if (next === large && (await tasks()).length === 0) roundsBefore += 1;
    }
    expect(roundsBefore).toBe(1);
    expect(await tasks()).toEqual(['Call Ada']);
    office = large;
    expect(await tasks()).toHaveLength(6_000);
    await small.end();
  });
});

describe('workflows that set each other off', () => {
  it('are stopped, named in the parked runs, and told once', async () => {
    const on = (name: string, field: string, value: string) => workflow(name, 'Customer', { updated: { fields: [field] } }, [['updateRecord', { values: { [value]: `${value === 'calls' ? 'calls + 1' : "IF(ISPICKVAL(status, 'left'), 'active', 'left')"}` } }]]);
    await open(on('ping', 'status', 'calls'), on('pong', 'calls', 'status'));
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', calls: 0 }, { name: 'Bob', calls: 0 });
    await office.update('Customer', ada, { status: 'left' });
    await office.update('Customer', bob, { status: 'left' });
    await office.pass();
    const stopped = (await runs()).filter(({ status }) => status === 'failed');
    expect(stopped).toHaveLength(2);
    for (const { error, error_class: of } of stopped) {
      expect(of).toBe('loop');
      expect(error).toMatch(/“ping”.*“pong”|“pong”.*“ping”/);
      expect(error).toContain('more than 8 times');
    }
    expect(await office.run(sql`select kind from ${table('automationAlert')}`)).toEqual([{ kind: 'loop' }]);
  });
});

describe('workflows that raise events for each other', () => {
  const onEvent = (name: string, heard: string, raised: string) => workflow(name, 'Customer', { event: { name: heard } }, [['raiseEvent', { event: raised }]]);
  const raise = async (name: string, ...ids: readonly string[]) => {
    const object = (await office.models.current()).model.objectByName.get('Customer') as ObjectModel;
    await office.database.transaction(office.org, (tx) => raiseEvents(tx, ids.map((recordId) => ({ key: `start/${recordId}`, name, object, recordId, values: {}, depth: 0, raisedBy: { source: 'api' } })), { models: office.models, clock }));
    await office.pass();
  };

  it('are cut at the same depth, named in the parked runs, and told once', async () => {
    await open(onEvent('ping', 'customer.ping', 'customer.pong'), onEvent('pong', 'customer.pong', 'customer.ping'));
    await raise('customer.ping', ...(await office.create('Customer', { name: 'Ada' }, { name: 'Bob' })));
    const all = await runs();
    const stopped = all.filter(({ status }) => status === 'failed');
    expect([all.length, stopped.length]).toEqual([20, 2]);
    for (const { error, error_class: of } of stopped) {
      expect(of).toBe('loop');
      expect(error).toMatch(/“ping”.*“pong”|“pong”.*“ping”/);
      expect(error).toContain('more than 8 times');
    }
    expect(await office.run(sql`select kind from ${table('automationAlert')}`)).toEqual([{ kind: 'loop' }]);
  });

  it('are named also where the way back is a change of the record, or leads to the same workflow', async () => {
    await open(onEvent('echo', 'customer.echo', 'customer.echo'), onEvent('tell', 'customer.called', 'customer.call'), workflow('count', 'Customer', { event: { name: 'customer.call' } }, [['updateRecord', { values: { calls: 'calls + 1' } }]]),
      workflow('hear', 'Customer', { updated: { fields: ['calls'] } }, [['raiseEvent', { event: 'customer.called' }]]));
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', calls: 0 }, { name: 'Bob', calls: 0 });
    await raise('customer.echo', ada);
    await raise('customer.call', bob);
    const errors = (await runs()).filter(({ status }) => status === 'failed').map(({ error }) => error);
    expect(errors).toHaveLength(2);
    expect(errors).toContainEqual(expect.stringMatching(/^“echo” has set itself off/));
    expect(errors).toContainEqual(expect.stringMatching(/^(?=.*“tell”)(?=.*“count”)(?=.*“hear”).* have set each other off/));
  });
});

describe('a workflow that makes far too many runs', () => {
  it('is paused alone; what it would do is kept, and done once somebody lets it go on', async () => {
    await open(greet('wild'), workflow('calm', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'Calm ' & name" } }]]));
    await control().limitWorkflow(admin(), 'wild', 5);
    for (let saves = 0; saves < 4; saves += 1) {
      await office.create('Customer', ...many(3));
      await office.pass();
    }
    const subjects = await tasks();
    expect(subjects.filter((subject) => subject.startsWith('Calm'))).toHaveLength(12);
    expect(subjects.filter((subject) => subject.startsWith('Call'))).toHaveLength(3);
    expect(await count('heldEvent')).toBe(6);
    expect(await office.run(sql`select kind, detail from ${table('automationAlert')}`)).toEqual([{ kind: 'runaway', detail: { why: 'runaway', made: 6, limit: 5 } }]);
    await control().limitWorkflow(admin(), 'wild', 100);
    await control().resumeWorkflow(admin(), 'wild', false);
    await office.pass();
    expect((await tasks()).filter((subject) => subject.startsWith('Call'))).toHaveLength(12);
    expect(await count('heldEvent')).toBe(0);
  });

  it('forgets what waits where somebody says so', async () => {
    await open(greet('wild'));
    await control().pauseWorkflow(admin(), 'wild');
    await office.create('Customer', ...many(4));
    await office.pass();
    await control().resumeWorkflow(admin(), 'wild', true);
    await office.create('Customer', { name: 'Ada' });
    await office.pass();
    expect(await tasks()).toEqual(['Call Ada']);
  });

  it('keeps its due times while it is paused, and fires what was crossed afterwards', async () => {
    await open(winbackCall());
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await control().pauseWorkflow(admin(), 'winbackCall');
    await office.create('Order', { number: '1', customer: ada, orderedOn: '1997-01-01' });
    await office.pass('1997-03-01T00:00:00Z');
    expect(await tasks()).toEqual([]);
    await control().resumeWorkflow(admin(), 'winbackCall', false);
    await office.pass();
    expect(await tasks()).toEqual(['Call Ada']);
  });
});

describe('all automation of an org', () => {
  it('stops at once, and does afterwards what waited', async () => {
    await open(greet(), winbackCall());
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await office.create('Order', { number: '1', customer: ada, orderedOn: '1997-01-01' });
    await office.pass();
    await control().stop(admin(), 'Something is wrong');
    await office.create('Customer', { name: 'Bob' });
    await office.pass('1997-03-01T00:00:00Z');
    expect(await tasks()).toEqual(['Call Ada']);
    await control().resume(admin(), false);
    await office.pass();
    expect(await tasks()).toEqual(['Call Ada', 'Call Ada', 'Call Bob']);
    expect(await office.run(sql`select kind, detail ->> 'reason' as reason from ${table('automationEntry')} order by id`)).toEqual([{ kind: 'paused', reason: 'Something is wrong' }, { kind: 'resumed', reason: null }]);
  });

  it('skips what happened meanwhile where somebody says so, and nothing else', async () => {
    await open(greet(), winbackCall());
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await office.create('Order', { number: '1', customer: ada, orderedOn: '1997-01-01' });
    await office.pass();
    await office.create('Customer', { name: 'Before' });
    office.now = '1997-01-02T12:00:00Z';
    await control().stop(admin(), null);
    const [cyd = ''] = await office.create('Customer', { name: 'Cyd' });
    await office.create('Order', { number: '2', customer: cyd, orderedOn: '1997-01-15' });
    office.now = '1997-03-01T00:00:00Z';
    await control().resume(admin(), true);
    await office.pass();
    expect(await tasks()).toEqual(['Call Ada', 'Call Before']);
    await office.create('Order', { number: '3', customer: cyd, orderedOn: '1997-03-01' });
    await office.pass('1997-04-15T00:00:00Z');
    expect(await tasks()).toEqual(['Call Ada', 'Call Before', 'Call Cyd']);
  });
});

describe('parked runs', () => {
  const tooLong = () => workflow('greet', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'Hello ' & name" } }]]);

  it('go on with the current version at the step of the same id, all of a group at once', async () => {
    await open(tooLong());
    await office.create('Customer', { name: 'A'.repeat(100) }, { name: 'B'.repeat(100) });
    await office.pass();
    const [group] = await parked().groups(admin());
    expect(group).toMatchObject({ count: 2, error: expect.stringContaining('subject') as string });
    const { steps, ...rest } = tooLong();
    await office.publish([...shopObjects, { ...rest, steps: [{ id: 'first', action: 'notify', input: { to: 'owner', text: "'Hi'" } }, ...steps.map((step) => ({ ...step, input: { object: 'Task', values: { subject: "'Hello'" } } }))] }]);
    expect(await parked().retry(office.org, { group: { workflow: 'greet', step: group?.step, error: group?.error } }, true)).toBe(2);
    await office.pass();
    expect(await tasks()).toEqual(['Hello', 'Hello']);
    expect(await parked().groups(admin())).toEqual([]);
  });

  it('stay parked where the current version has no such step, and can be ended', async () => {
    await open(tooLong());
    await office.create('Customer', { name: 'A'.repeat(100) });
    await office.pass();
    await office.publish([...shopObjects, { ...tooLong(), steps: [{ id: 'other', action: 'notify', input: { to: 'owner', text: "'Hi'" } }] }]);
    expect(await parked().groups(admin())).toMatchObject([{ stepIsThere: false }]);
    expect(await parked().retry(office.org, { group: { workflow: 'greet' } }, true)).toBe(0);
    expect(await parked().end(office.org, { group: { workflow: 'greet' } })).toBe(1);
    expect(await runs()).toMatchObject([{ status: 'cancelled' }]);
  });

  it('of a record that is gone come to their end when they are tried again', async () => {
    await open(tooLong());
    const [id = ''] = await office.create('Customer', { name: 'A'.repeat(100) });
    await office.pass();
    await office.delete('Customer', id);
    expect(await parked().retry(office.org, { group: { workflow: 'greet' } }, false)).toBe(1);
    await office.pass();
    expect(await runs()).toMatchObject([{ status: 'done' }]);
    expect(await office.run(sql`select status, output from ${table('runStep')}`)).toEqual([{ status: 'skipped', output: { skipped: 'The record no longer exists.' } }]);
  });

  it('let the run go on that waited for one that is ended', async () => {
    await open({ ...workflow('rounds', 'Customer', { created: {} }, []), steps: [
      { id: 'loop', action: 'forEach', input: { relation: 'orders' }, paths: { each: [{ id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: 'number' } } }] } },
      { id: 'last', action: 'createRecord', input: { object: 'Task', values: { subject: "'Done with ' & name" } } },
    ] });
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await office.create('Order', { number: '1', customer: ada }, { number: '2'.repeat(100), customer: ada });
    await office.pass();
    expect(await tasks()).toEqual(['1']);
    const [failed] = (await runs()).filter(({ status }) => status === 'failed');
    expect(await parked().end(office.org, { ids: [failed?.id ?? ''] })).toBe(1);
    await office.pass();
    expect(await tasks()).toEqual(['1', 'Done with Ada']);
  });
});
