import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { WorkflowTrigger } from '@guanxi/metadata';
import { shopObjects, workflow } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

const remind = { object: 'Task', values: { subject: "'Remind ' & name", customer: 'id' } };
const rule = (trigger: WorkflowTrigger, when?: string) => workflow('remind', 'Customer', trigger, [['createRecord', remind]], when);
const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
const office = { kind: 'business-calendar', name: 'office', title: 'Office', week, holidays: [{ date: '1997-03-05' }], guanxi: { id: 'c-office' } };

let shop: TestOffice;
const open = async (documents: readonly object[], now: string, timeZone = 'UTC') => {
  shop = await TestOffice.open([...shopObjects, ...documents], { timeZone });
  shop.now = now;
  await shop.activations.activate(shop.org, 'remind', false);
};
const subjects = async () => (await shop.records<{ subject: string }>('Task')).map(({ subject }) => subject);
const occasions = () => shop.run<{ occasion: string; customer: string }>(sql`
  select run.occasion, record.name as customer from ${orgTable(shop.org.schema, 'run')} as run
  join ${sql.id(shop.org.schema, 'customer')} as record on record.id = run.record_id order by run.started_at, run.next_attempt_at, run.occasion, record.name`);
afterEach(() => shop.end());

describe('a time before a date', () => {
  const before = rule({ before: { field: 'renewsOn', by: 'P7D' } });

  it('comes at the beginning of its day in the zone of the org, once', async () => {
    await open([before], '1997-03-01T00:00:00Z', 'Asia/Taipei');
    await shop.create('Customer', { name: 'Ada', renewsOn: '1997-03-20' });
    await shop.pass('1997-03-12T15:59:00Z');
    expect(await subjects()).toEqual([]);
    await shop.pass('1997-03-12T16:00:00Z');
    await shop.pass('1997-03-14T00:00:00Z');
    expect(await subjects()).toEqual(['Remind Ada']);
    expect(await occasions()).toEqual([{ occasion: '1997-03-13', customer: 'Ada' }]);
  });

  it('fires at once for a date that is entered after the line, and never for one that is past', async () => {
    await open([before], '1997-03-18T12:00:00Z');
    shop.now = '1997-03-18T12:01:00Z';
    await shop.create('Customer', { name: 'Late', renewsOn: '1997-03-20' }, { name: 'Today', renewsOn: '1997-03-18' }, { name: 'Gone', renewsOn: '1997-03-17' });
    await shop.pass();
    await shop.pass('1997-04-18T12:00:00Z');
    expect((await subjects()).sort()).toEqual(['Remind Late', 'Remind Today']);
    expect(await shop.run(sql`select state from ${orgTable(shop.org.schema, 'due')} where state = 'late'`)).toHaveLength(1);
  });

  it('judges by when a date was entered, not by when workers came back', async () => {
    await open([before], '1997-03-18T12:00:00Z');
    shop.now = '1997-03-18T12:01:00Z';
    await shop.create('Customer', { name: 'Ada', renewsOn: '1997-03-18' });
    await shop.pass('1997-03-25T12:00:00Z');
    expect(await subjects()).toEqual(['Remind Ada']);
  });

  it('never fires at the old time of a date that was moved or cleared, even when both come at once', async () => {
    await open([before], '1997-03-01T00:00:00Z');
    const [moved = '', cleared = '', unseen = ''] = await shop.create('Customer', { name: 'Moved', renewsOn: '1997-03-20' }, { name: 'Cleared', renewsOn: '1997-03-20' }, { name: 'Unseen', renewsOn: '1997-03-20' });
    await shop.pass('1997-03-12T00:00:00Z');
    await shop.update('Customer', moved, { renewsOn: '1997-04-20' });
    await shop.update('Customer', cleared, { renewsOn: null });
    await shop.pass('1997-03-12T23:59:00Z');
    // Its change is still to be matched when its old time comes.
    await shop.update('Customer', unseen, { renewsOn: '1997-05-20' });
    await shop.pass('1997-03-13T00:00:00Z');
    expect(await subjects()).toEqual([]);
    await shop.pass('1997-06-01T00:00:00Z');
    expect(await occasions()).toEqual([{ occasion: '1997-04-13', customer: 'Moved' }, { occasion: '1997-05-13', customer: 'Unseen' }]);
  });

  it('comes again for a date that is moved after it has fired', async () => {
    await open([before], '1997-03-01T00:00:00Z');
    const [id = ''] = await shop.create('Customer', { name: 'Ada', renewsOn: '1997-03-20' });
    await shop.pass('1997-03-13T00:00:00Z');
    await shop.update('Customer', id, { renewsOn: '1998-03-20' });
    await shop.pass('1998-03-13T00:00:00Z');
    expect((await occasions()).map(({ occasion }) => occasion)).toEqual(['1997-03-13', '1998-03-13']);
  });

  it('counts hours before an instant, and business days and hours by a calendar', async () => {
    await open([office, rule({ before: { field: 'seenAt', by: 'P1DT2H', calendar: 'office' } })], '1997-03-01T00:00:00Z', 'Asia/Taipei');
    await shop.create('Customer', { name: 'Ada', seenAt: '1997-03-06T02:00:00Z' });
    await shop.pass();
    // Thursday ten o'clock, a business day before is Tuesday, for Wednesday is free; two open hours before that is Monday five o'clock.
    expect(await shop.run(sql`select due_at from ${orgTable(shop.org.schema, 'due')}`)).toEqual([{ due_at: new Date('1997-03-03T09:00:00Z') }]);
    await shop.pass('1997-03-03T09:00:00Z');
    expect(await subjects()).toEqual(['Remind Ada']);
  });
});

describe('time that has passed', () => {
  const since = (calendar?: string, after = 'PT2H') => rule({ elapsed: { since: { field: 'seenAt' }, after, ...(calendar && { calendar }) } });

  it('fires once for each due record after workers were down for three hours, in the order of their times', async () => {
    await open([since()], '1997-03-03T06:00:00Z');
    const minutes = Array.from({ length: 180 }, (_, index) => (index * 77) % 180);
    await shop.create('Customer', ...minutes.map((minute) => ({ name: String(minute).padStart(3, '0'), seenAt: new Date(Date.parse('1997-03-03T07:00:00Z') + minute * 60_000).toISOString() })));
    await shop.pass();
    await shop.pass('1997-03-03T12:00:00Z');
    await shop.pass('1997-03-03T12:05:00Z');
    expect((await shop.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort()).toEqual([...minutes].sort((a, b) => a - b).map((minute) => `Remind ${String(minute).padStart(3, '0')}`));
    const inOrder = await shop.run<{ subject: string }>(sql`
      select task.subject from ${orgTable(shop.org.schema, 'history')} as history join ${sql.id(shop.org.schema, 'task')} as task on task.id = history.record_id order by history.id`);
    expect(inOrder.map(({ subject }) => subject)).toEqual([...minutes].sort((a, b) => a - b).map((minute) => `Remind ${String(minute).padStart(3, '0')}`));
  });

  it('goes on behind the first step, each run once, and leaves alone what stands in the way of a batch', async () => {
    const first = { object: 'Task', values: { subject: "IF(name = 'Bad', '', 'First ' & name)", customer: 'id' } };
    await open([workflow('remind', 'Customer', { elapsed: { since: { field: 'seenAt' }, after: 'PT2H' } }, [['createRecord', first], ['createRecord', remind]])], '1997-03-03T06:00:00Z');
    const seenAt = '1997-03-03T07:00:00Z';
    await shop.create('Customer', { name: 'Ada', seenAt }, { name: 'Bad', seenAt }, { name: 'Cid', seenAt });
    await shop.pass();
    await shop.pass('1997-03-03T09:00:00Z');
    expect((await subjects()).sort()).toEqual(['First Ada', 'First Cid', 'Remind Ada', 'Remind Cid']);
    const statuses = await shop.run(sql`
      select record.name, run.status, (select count(*)::int from ${orgTable(shop.org.schema, 'runStep')} as step where step.run_id = run.id and step.status = 'done') as steps
      from ${orgTable(shop.org.schema, 'run')} as run join ${sql.id(shop.org.schema, 'customer')} as record on record.id = run.record_id order by 1`);
    expect(statuses).toEqual([{ name: 'Ada', status: 'done', steps: 2 }, { name: 'Bad', status: 'failed', steps: 0 }, { name: 'Cid', status: 'done', steps: 2 }]);
    // Those that come later are not held up by it.
    await shop.create('Customer', { name: 'Dee', seenAt: '1997-03-03T07:30:00Z' });
    await shop.pass('1997-03-03T09:30:00Z');
    expect((await subjects()).filter((subject) => subject.endsWith('Dee')).sort()).toEqual(['First Dee', 'Remind Dee']);
  });

  it.each([
    ['America/New_York', '1997-04-05T12:00:00Z', '1997-04-06T04:30:00Z', '1997-04-06T06:30:00Z'],
    ['Europe/Berlin', '1997-03-29T12:00:00Z', '1997-03-29T23:30:00Z', '1997-03-30T01:30:00Z'],
    ['America/New_York', '1997-10-25T12:00:00Z', '1997-10-26T03:30:00Z', '1997-10-26T06:30:00Z'],
    ['Europe/Berlin', '1997-10-25T12:00:00Z', '1997-10-25T22:30:00Z', '1997-10-26T01:30:00Z'],
  ])('neither misses nor doubles a time when clocks change in %s (from %s)', async (zone, start, seenAt, due) => {
    await open([since()], start, zone);
    await shop.create('Customer', { name: 'Ada', seenAt });
    await shop.pass();
    for (let at = Date.parse(seenAt); at <= Date.parse(due) + 7_200_000; at += 900_000) {
      await shop.pass(new Date(at).toISOString());
      expect([new Date(at).toISOString(), (await subjects()).length]).toEqual([new Date(at).toISOString(), at >= Date.parse(due) ? 1 : 0]);
    }
  });

  it('counts open hours of a calendar, and by other hours when the calendar is published with them', async () => {
    await open([office, since('office')], '1997-03-03T00:00:00Z');
    await shop.create('Customer', { name: 'Ada', seenAt: '1997-03-04T17:00:00Z' });
    await shop.pass();
    const due = () => shop.run<{ due_at: Date }>(sql`select due_at from ${orgTable(shop.org.schema, 'due')}`);
    expect(await due()).toEqual([{ due_at: new Date('1997-03-06T10:00:00Z') }]);
    await shop.publish([...shopObjects, { ...office, holidays: [] }, since('office')]);
    await shop.pass();
    expect(await due()).toEqual([{ due_at: new Date('1997-03-05T10:00:00Z') }]);
    expect(await shop.run(sql`select calendar_id from ${orgTable(shop.org.schema, 'calendar')}`)).toEqual([{ calendar_id: 'c-office' }]);
    await shop.pass('1997-03-05T10:00:00Z');
    expect(await subjects()).toEqual(['Remind Ada']);
  });

  it('waits in a step by a calendar', async () => {
    await open([office, workflow('remind', 'Customer', { created: {} }, [['wait', { for: 'P2D', calendar: 'office' }], ['createRecord', remind]])], '1997-03-04T10:00:00Z');
    await shop.create('Customer', { name: 'Ada' });
    await shop.pass();
    await shop.pass('1997-03-07T09:59:00Z');
    expect(await subjects()).toEqual([]);
    await shop.pass('1997-03-07T10:00:00Z');
    expect(await subjects()).toEqual(['Remind Ada']);
  });
});

describe('a schedule', () => {
  const daily = (cron: string, timeZone?: string, when?: string) => rule({ schedule: { cron, ...(timeZone && { timeZone }) } }, when);

  it('runs on the records for which its condition is true, each time once', async () => {
    await open([daily('0 9 * * *', 'Asia/Taipei', "ISPICKVAL(status, 'active')")], '1997-03-03T00:00:00Z');
    await shop.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'left' });
    await shop.pass('1997-03-03T00:59:00Z');
    expect(await subjects()).toEqual([]);
    for (const now of ['1997-03-03T01:00:00Z', '1997-03-03T01:01:00Z', '1997-03-04T01:00:00Z']) await shop.pass(now);
    expect(await occasions()).toEqual([{ occasion: '1997-03-03T01:00:00.000Z', customer: 'Ada' }, { occasion: '1997-03-04T01:00:00.000Z', customer: 'Ada' }]);
    expect(await subjects()).toHaveLength(2);
  });

  it('makes up each time that was missed, in order, for the records that were there then', async () => {
    await open([daily('0 * * * *')], '1997-03-03T00:30:00Z');
    await shop.create('Customer', { name: 'Ada' });
    shop.now = '1997-03-03T02:30:00Z';
    await shop.create('Customer', { name: 'Bob' });
    await shop.pass('1997-03-03T03:30:00Z');
    const made = await shop.run<{ occasion: string; customer: string }>(sql`
      select run.occasion, record.name as customer from ${orgTable(shop.org.schema, 'run')} as run join ${sql.id(shop.org.schema, 'customer')} as record on record.id = run.record_id order by 1, 2`);
    expect(made.map(({ occasion, customer }) => `${occasion.slice(11, 16)} ${customer}`)).toEqual(['01:00 Ada', '02:00 Ada', '03:00 Ada', '03:00 Bob']);
  });

  it('makes each run once, however many workers there are and wherever one of them stops between batches', async () => {
    await open([daily('0 9 * * *')], '1997-03-03T00:00:00Z');
    const names = Array.from({ length: 6_000 }, (_, index) => ({ name: String(index) }));
    for (let from = 0; from < names.length; from += 2_000) await shop.create('Customer', ...names.slice(from, from + 2_000));
    const [definition] = shop.models.latest()?.workflows ?? [];
    shop.now = '1997-03-03T09:00:00Z';
    // A worker that did the first batch and was never seen again.
    const { sweepSchedule } = await import('./sweep-schedule.js');
    const { placeOf } = await import('./active-workflow.js');
    const model = shop.models.latest();
    if (!definition || !model) throw new Error('Nothing is published.');
    const now = new Date(shop.now);
    const sweep = () => shop.database.transaction(shop.org, (tx) => sweepSchedule(tx, { definition, revision: 1, place: placeOf(shop.org, { named: model, stored: model }, { now: () => now }) }, now));
    await sweep();
    expect(await shop.run(sql`select firing_at is not null and fired_to is not null as halfway from ${orgTable(shop.org.schema, 'activation')}`)).toEqual([{ halfway: true }]);
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    const [runs] = await shop.run(sql`select count(*)::int as runs, count(distinct record_id)::int as records from ${orgTable(shop.org.schema, 'run')}`);
    expect(runs).toEqual({ runs: 6_000, records: 6_000 });
    expect(await shop.run(sql`select next_at, firing_at from ${orgTable(shop.org.schema, 'activation')}`)).toEqual([{ next_at: new Date('1997-03-04T09:00:00Z'), firing_at: null }]);
  });

  it.each([
    ['America/New_York', '30 2 * * *', '1997-04-05T12:00:00Z', ['1997-04-06T07:30:00.000Z', '1997-04-07T06:30:00.000Z']],
    ['Europe/Berlin', '30 2 * * *', '1997-10-25T12:00:00Z', ['1997-10-26T01:30:00.000Z', '1997-10-27T01:30:00.000Z']],
  ])('neither misses nor doubles a time when clocks change in %s', async (zone, cron, start, expected) => {
    await open([daily(cron, zone)], start);
    await shop.create('Customer', { name: 'Ada' });
    for (let at = Date.parse(start); at <= Date.parse(start) + 48 * 3_600_000; at += 1_800_000) await shop.pass(new Date(at).toISOString());
    expect((await occasions()).map(({ occasion }) => occasion)).toEqual(expected);
  });

  it('goes by its new times once it is published with them, and not at all once it is switched off', async () => {
    await open([daily('0 9 * * *')], '1997-03-03T00:00:00Z');
    await shop.create('Customer', { name: 'Ada' });
    await shop.publish([...shopObjects, daily('0 15 * * *')]);
    await shop.pass('1997-03-03T12:00:00Z');
    expect((await occasions()).map(({ occasion }) => occasion)).toEqual(['1997-03-03T09:00:00.000Z']);
    await shop.pass('1997-03-03T15:00:00Z');
    expect((await occasions()).map(({ occasion }) => occasion)).toEqual(['1997-03-03T09:00:00.000Z', '1997-03-03T15:00:00.000Z']);
    await shop.activations.deactivate(shop.org, 'remind');
    await shop.pass('1997-03-05T15:00:00Z');
    expect(await occasions()).toHaveLength(2);
  });
});
