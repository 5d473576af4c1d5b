import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { matchEvents } from './match-events.js';
import { closeCalls, callTask, shopObjects, winbackCall, workflow } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

interface RunRow { readonly id: string; readonly status: string; readonly occasion: string; readonly error: string | null; readonly revision: number; readonly depth: number }

let office: TestOffice;

const open = async (documents: readonly object[], options: Parameters<typeof TestOffice.open>[1] = {}) => (office = await TestOffice.open([...shopObjects, ...documents], options));
const runs = () => office.run<RunRow>(sql`select * from ${orgTable(office.org.schema, 'run')} order by started_at, occasion`);
const dues = () => office.run<{ state: string; day: string }>(sql`select state, to_char(anchor, 'YYYY-MM-DD') as day from ${orgTable(office.org.schema, 'due')} order by anchor`);
const activate = (name: string, includePast = false) => office.activations.activate(office.org, name, includePast);
const order = (customer: string, orderedOn: string) => office.create('Order', { number: '1', customer, orderedOn });

afterEach(() => office.end());

describe('30 days since the latest order', () => {
  it('makes one call task when the day has passed, and only one', async () => {
    await open([winbackCall()]);
    await activate('winbackCall');
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await office.pass('1997-01-31T23:59:59Z');
    expect(await office.records('Task')).toHaveLength(0);
    await office.pass('1997-02-01T00:00:00Z');
    expect(await office.records('Task')).toMatchObject([{ subject: 'Call Ada', status: 'open', customer_id: ada, due_on: '1997-02-03' }]);
    await office.pass('1997-02-01T00:00:10Z');
    await office.pass('1997-06-01T00:00:00Z');
    expect(await office.records('Task')).toHaveLength(1);
    expect(await runs()).toMatchObject([{ status: 'done', occasion: '1997-01-31' }]);
  });

  it('counts the day in the time zone of the org', async () => {
    await open([winbackCall()], { timeZone: 'Asia/Taipei' });
    await activate('winbackCall');
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await office.pass('1997-01-31T15:59:59Z');
    expect(await runs()).toHaveLength(0);
    await office.pass('1997-01-31T16:00:00Z');
    expect(await runs()).toHaveLength(1);
  });

  it('begins anew with every order, and does not fire on one that nobody has matched yet', async () => {
    await open([winbackCall()]);
    await activate('winbackCall');
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await office.pass('1997-01-20T00:00:00Z');
    // Written, but its event is lost to the matcher: the due time is still that of the first order.
    await order(ada, '1997-01-31');
    await office.run(sql`delete from ${orgTable(office.org.schema, 'event')}`);
    await office.pass('1997-02-01T00:00:00Z');
    expect(await runs()).toHaveLength(0);
    await office.pass('1997-03-03T00:00:00Z');
    expect(await runs()).toMatchObject([{ occasion: '1997-03-02' }]);
  });

  it('follows orders that are changed, deleted or moved to another customer', async () => {
    await open([winbackCall()]);
    await activate('winbackCall');
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    const [first = ''] = await order(ada, '1997-01-05');
    const [second = ''] = await order(ada, '1997-01-20');
    await office.pass();
    expect(await dues()).toEqual([{ state: 'waiting', day: '1997-01-20' }]);
    await office.update('Order', second, { customer: bob });
    await office.pass();
    expect(await dues()).toMatchObject([{ day: '1997-01-05' }, { day: '1997-01-20' }]);
    await office.update('Order', first, { orderedOn: '1997-01-07' });
    await office.delete('Order', second);
    await office.pass();
    expect(await dues()).toEqual([{ state: 'waiting', day: '1997-01-07' }]);
    await office.delete('Customer', ada);
    await office.pass('1997-05-01T00:00:00Z');
    expect(await dues()).toEqual([]);
    expect(await runs()).toEqual([]);
  });

  it('passes over records for which the condition is not true at the line', async () => {
    await open([winbackCall('P30D', "ISPICKVAL(status, 'active')")]);
    await activate('winbackCall');
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'left' });
    await order(ada, '1997-01-01');
    await order(bob, '1997-01-01');
    await office.pass('1997-02-01T00:00:00Z');
    expect((await dues()).map(({ state }) => state).sort()).toEqual(['fired', 'passed']);
    await office.update('Customer', bob, { status: 'active' });
    await office.pass('1997-02-02T00:00:00Z');
    expect(await office.records('Task')).toHaveLength(1);
  });

  it.each([[true, 1], [false, 0]])('asks whether records already past the line count (%s: %i)', async (includePast, count) => {
    await open([winbackCall()]);
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await office.pass('1997-04-01T00:00:00Z');
    await activate('winbackCall', includePast);
    await office.pass();
    expect(await runs()).toHaveLength(count);
    await order(ada, '1997-04-01');
    await office.pass('1997-05-02T00:00:00Z');
    expect(await runs()).toHaveLength(count + 1);
  });

  it('is quiet when switched off, and never fires twice for a line when switched on again', async () => {
    await open([winbackCall()]);
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await activate('winbackCall', true);
    await office.pass('1997-02-01T00:00:00Z');
    await office.activations.deactivate(office.org, 'winbackCall');
    await order(ada, '1997-02-02');
    await office.pass('1997-06-01T00:00:00Z');
    expect(await runs()).toHaveLength(1);
    await activate('winbackCall', true);
    await office.pass();
    expect((await runs()).map(({ occasion }) => occasion)).toEqual(['1997-01-31', '1997-03-04']);
    await office.activations.deactivate(office.org, 'winbackCall');
    await activate('winbackCall', true);
    await office.pass();
    expect(await runs()).toHaveLength(2);
  });

  it('fires each record once however many workers sweep', async () => {
    await open([winbackCall()]);
    await activate('winbackCall');
    const ids = await office.create('Customer', ...Array.from({ length: 300 }, (_, index) => ({ name: `C${index}` })));
    await office.create('Order', ...ids.map((customer) => ({ customer, orderedOn: '1997-01-01' })));
    office.now = '1997-02-01T00:00:00Z';
    await Promise.all(Array.from({ length: 4 }, () => office.pass()));
    expect(await office.records('Task')).toHaveLength(300);
  });
});

describe('time since a field of the record itself', () => {
  const since = (field: string, after: string, when?: string) => workflow('remind', 'Customer', { elapsed: { since: { field }, after } }, [['notify', { to: 'owner', text: "'Call ' & name" }]], when);
  const notices = () => office.run<{ text: string; record_id: string; kind: string }>(sql`select text, record_id, kind from ${orgTable(office.org.schema, 'notification')} order by at`);

  it('fires when the day has passed, and follows the field', async () => {
    await open([since('renewsOn', 'P1M', "owner.name <> 'Nobody'")]);
    await activate('remind');
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', renewsOn: '1997-01-31' }, { name: 'Bob', renewsOn: '1997-01-31' });
    await office.pass();
    await office.update('Customer', bob, { renewsOn: null });
    await office.pass('1997-02-28T23:59:59Z');
    expect(await notices()).toEqual([]);
    await office.pass('1997-03-01T00:00:00Z');
    expect(await notices()).toEqual([{ text: 'Call Ada', record_id: ada, kind: 'workflow' }]);
    await office.update('Customer', ada, { renewsOn: '1997-03-01' });
    await office.pass('1997-04-02T00:00:00Z');
    expect((await runs()).map(({ occasion }) => occasion)).toEqual(['1997-02-28', '1997-04-01']);
  });

  it('keeps the time of day where daylight saving begins in between', async () => {
    await open([since('seenAt', 'P1D')], { timeZone: 'Europe/Berlin' });
    await activate('remind');
    await office.create('Customer', { name: 'Ada', seenAt: '1997-03-29T12:00:00.000Z' });
    await office.pass('1997-03-30T10:59:59Z');
    expect(await runs()).toHaveLength(0);
    await office.pass('1997-03-30T11:00:00Z');
    expect((await runs()).map(({ occasion }) => occasion)).toEqual(['1997-03-30T11:00:00.000Z']);
  });
});

describe('a workflow that changes set off', () => {
  it('closes the open call when an order comes in', async () => {
    await open([closeCalls, winbackCall()]);
    await activate('closeCalls');
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.create('Task', { subject: 'Call Ada', status: 'open', customer: ada }, { subject: 'Call Bob', status: 'open', customer: bob });
    await order(ada, '1997-01-01');
    await order(ada, '1997-01-01');
    await office.pass();
    expect(await office.records('Task')).toMatchObject([{ customer_id: ada, status: 'done' }, { customer_id: bob, status: 'open' }]);
    const [history] = await office.run<{ source: string; operation_id: string }>(sql`select source, operation_id from ${orgTable(office.org.schema, 'history')} where kind = 'updated'`);
    expect(history?.source).toBe('workflow');
    expect((await runs()).map(({ id }) => id)).toContain(history?.operation_id);
  });

  it('asks its condition and looks at the fields that changed', async () => {
    await open([workflow('left', 'Customer', { updated: { fields: ['status'] } }, [['createRecord', callTask]], "ISPICKVAL(status, 'left')")]);
    await activate('left');
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'active' });
    await office.update('Customer', ada, { name: 'Ada L.' });
    await office.pass();
    await office.update('Customer', ada, { status: 'left' });
    await office.pass();
    expect(await office.records('Task')).toMatchObject([{ subject: 'Call Ada L.' }]);
    expect(await office.run(sql`select facts, trigger -> 'changes' as changes from ${orgTable(office.org.schema, 'run')}`)).toEqual([
      { facts: { status: 'left' }, changes: { status: ['active', 'left'] } },
    ]);
  });

  it('does not look back before it was switched on', async () => {
    await open([closeCalls]);
    await order((await office.create('Customer', { name: 'Ada' }))[0] ?? '', '1997-01-01');
    office.now = '1997-01-02T12:00:00Z';
    await activate('closeCalls');
    await office.pass();
    expect(await runs()).toHaveLength(0);
  });

  it('ends as it began, on the revision it started with', async () => {
    const steps = (subject: string) => workflow('greet', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject } }]]);
    await open([steps("'First for ' & name")]);
    await activate('greet');
    await office.create('Customer', { name: 'Ada' });
    await office.database.transaction(office.org, async (tx) => {
      await matchEvents(tx, office.models, { now: () => new Date(office.now) });
    });
    await office.publish([...shopObjects, steps("'Second for ' & name")]);
    await office.create('Customer', { name: 'Bob' });
    await office.pass();
    expect((await office.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort()).toEqual(['First for Ada', 'Second for Bob']);
  });

  it('stops workflows that set each other off for ever', async () => {
    await open([workflow('count', 'Customer', { updated: { fields: ['calls'] } }, [['updateRecord', { values: { calls: 'calls + 1' } }]])]);
    await activate('count');
    const [ada = ''] = await office.create('Customer', { name: 'Ada', calls: 0 });
    await office.update('Customer', ada, { calls: 1 });
    await office.pass();
    const all = await runs();
    expect(all).toHaveLength(10);
    expect(all.filter(({ status }) => status === 'failed')).toMatchObject([{ depth: 9, error: expect.stringContaining('“count” has set itself off more than 8 times') }]);
  });
});

describe('a step that fails', () => {
  const tooLong = workflow('greet', 'Customer', { created: {} }, [['createRecord', { object: 'Task', values: { subject: "'Hello ' & name" } }]]);

  it('holds up nobody else, parks where the records refuse it, and can be mended', async () => {
    await open([tooLong]);
    await activate('greet');
    const names = ['Ada', 'Bob', 'C'.repeat(100), 'Dan', 'Eve'];
    const ids = await office.create('Customer', ...names.map((name) => ({ name })));
    await office.pass();
    expect(await office.records('Task')).toHaveLength(4);
    const [parked] = (await runs()).filter(({ status }) => status === 'failed');
    expect(parked).toMatchObject({ attempts: 1, error: expect.stringContaining('Subject'), error_class: 'refused', error_step: 'step1' });
    await office.update('Customer', ids[2] ?? '', { name: 'Cid' });
    await office.run(sql`update ${orgTable(office.org.schema, 'run')} set status = 'running', attempts = 0, next_attempt_at = ${office.now}::timestamptz where id = ${parked?.id}::uuid`);
    await office.pass();
    expect(await office.records('Task')).toHaveLength(5);
    expect((await runs()).every(({ status }) => status === 'done')).toBe(true);
  });
});

describe('a workflow that is published again', () => {
  it('fires what had crossed the old line and counts the new one from then on', async () => {
    await open([winbackCall('P30D')]);
    await activate('winbackCall');
    const [ada = '', bob = '', cid = ''] = await office.create('Customer', { name: 'Ada' }, { name: 'Bob' }, { name: 'Cid' });
    await order(ada, '1997-01-01');
    await order(bob, '1997-01-15');
    await order(cid, '1997-01-28');
    await office.pass('1997-01-31T12:00:00Z');
    office.now = '1997-02-01T12:00:00Z';
    await office.publish([...shopObjects, winbackCall('P10D')]);
    await office.pass('1997-02-01T12:00:00Z');
    expect((await runs()).map(({ occasion, revision }) => [occasion, revision])).toEqual([['1997-01-31', 1]]);
    await office.pass('1997-03-01T00:00:00Z');
    expect((await office.records<{ subject: string }>('Task')).map(({ subject }) => subject)).toEqual(['Call Ada', 'Call Cid']);
  });

  it('goes on where only names have changed', async () => {
    await open([winbackCall('P30D')]);
    await activate('winbackCall');
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await order(ada, '1997-01-01');
    await office.pass('1997-01-10T00:00:00Z');
    const renamed = JSON.parse(JSON.stringify([...shopObjects, winbackCall('P30D')]).replaceAll('orderedOn', 'boughtOn')) as object[];
    await office.publish(renamed);
    await office.pass('1997-02-01T00:00:00Z');
    expect(await office.records('Task')).toHaveLength(1);
  });

  it('is switched off when it is gone', async () => {
    await open([winbackCall()]);
    await activate('winbackCall');
    await office.publish([...shopObjects]);
    await office.pass();
    expect(await office.run(sql`select from ${orgTable(office.org.schema, 'activation')}`)).toHaveLength(0);
  });
});
