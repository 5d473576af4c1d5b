import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkflowDocument, WorkflowTrigger } from '@guanxi/metadata';
import { sql } from 'kysely';
import { Simulations } from '../simulations.js';
import { shopObjects, winbackCall } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';

const northwind = fileURLToPath(new URL('../../../../../../shared/data/northwind/', import.meta.url));
const SYSTEM = '00000000-0000-0000-0000-000000000000';
const ANN = '00000000-0000-4000-8000-00000000000a';

let office: TestOffice;
let simulations: Simulations;
afterEach(() => office.end());

const asker = (locale = 'en') => ({ org: office.org, locale });

async function open(documents: readonly object[] = shopObjects): Promise<void> {
  office = await TestOffice.open(documents);
  simulations = new Simulations(office.database, office.models as never, { now: () => new Date(office.now) });
  await office.run(sql`insert into ${sql.id(office.org.schema, '_user')} (id, name, email, active) values (${ANN}::uuid, 'Ann', 'ann@example.com', true)`);
}

function rule(trigger: WorkflowTrigger, steps: WorkflowDocument['steps'], when?: string): object {
  return { kind: 'workflow', name: 'rule', title: 'Rule', object: 'Customer', trigger, ...(when !== undefined && { when }), steps };
}

const careful = [
  { id: 'which', action: 'branch', input: { cases: [{ name: 'stays', when: "ISPICKVAL(status, 'active')" }] }, paths: {
    stays: [
      { id: 'pause', action: 'wait', input: { for: 'P3D' } },
      { id: 'tell', action: 'notify', input: { to: 'owner', text: "'Call ' & name" } },
    ],
    otherwise: [{ id: 'count', action: 'updateRecord', input: { values: { calls: 'IF(ISBLANK(calls), 0, calls) + 1' } } }, { id: 'tell2', action: 'createRecord', input: { object: 'Task', values: { subject: "'Call no. ' & TEXT(calls)" } } }],
  } },
];

describe('simulating steps', () => {
  it('thinks each run through on its record as it was: ways, waits, values and who is told', async () => {
    await open();
    office.now = '1997-01-01T12:00:00Z';
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'left', calls: 4 });
    await office.create('Order', { customer: ada, orderedOn: '1997-01-05' }, { customer: bob, orderedOn: '1997-01-05' });
    office.now = '1997-03-01T12:00:00Z';
    await office.update('Customer', ada, { status: 'left', name: 'Ada Smith', owner: ANN });
    const given = rule({ elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } }, careful);

    const { rows } = await simulations.rows(asker(), given, {}, { first: 10 });
    const byName = new Map(rows.map((row) => [row.recordName, row]));
    expect(byName.get('Ada Smith')).toMatchObject({
      due: '1997-02-04',
      steps: [
        { id: 'which', way: 'stays', level: 0, status: 'done' },
        { id: 'pause', until: '1997-02-08T00:00:00.000Z', level: 1 },
        { id: 'tell', at: '1997-02-08T00:00:00.000Z', input: { to: SYSTEM, text: 'Call Ada' } },
      ],
    });
    expect(byName.get('Bob')).toMatchObject({ steps: [{ way: 'otherwise' }, { id: 'count', input: { values: { calls: '5' } } }, { id: 'tell2', input: { values: { subject: 'Call no. 5' } } }] });

    const summary = await simulations.simulate(asker(), given, {});
    expect(summary).toMatchObject({ isKnown: true, total: 2, records: 2, days: [{ day: '1997-02-04', count: 2 }], owners: [{ userId: SYSTEM, name: 'Guanxi', count: 2 }] });
    expect(await simulations.steps(asker(), given, {})).toMatchObject({
      walked: 2, told: [{ name: 'Guanxi', count: 1 }], ways: [{ step: 'which', way: 'stays', count: 1 }, { step: 'which', way: 'otherwise', count: 1 }],
    });
    expect(await office.records('Task')).toEqual([]);
    expect(await office.records('Customer')).toMatchObject([{ calls: null }, { calls: 4 }]);
  });

  it('asks the condition of the values at the moment, and leaves out what was in the bin then', async () => {
    await open();
    office.now = '1997-01-01T12:00:00Z';
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'active' });
    await office.create('Order', { customer: ada, orderedOn: '1997-01-01' }, { customer: ada, orderedOn: '1997-03-01' }, { customer: bob, orderedOn: '1997-03-01' });
    office.now = '1997-03-10T12:00:00Z';
    await office.update('Customer', ada, { status: 'left' });
    await office.delete('Customer', bob);
    office.now = '1998-01-01T12:00:00Z';
    await office.delete('Customer', ada);
    const { rows } = await simulations.rows(asker(), rule({ elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } }, careful, "ISPICKVAL(status, 'active')"), {}, { first: 10 });
    expect(rows).toMatchObject([{ recordId: ada, due: '1997-01-31' }]);
  });

  it('replays changes with the values of their moment', async () => {
    await open();
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'active' });
    for (const [day, values] of [['02', { status: 'left' }], ['03', { calls: 1 }], ['04', { status: 'active' }], ['05', { status: 'left', calls: 2 }]] as const) {
      office.now = `1997-01-${day}T12:00:00Z`;
      await office.update('Customer', ada, values);
    }
    const given = rule({ updated: { fields: ['status'] } }, [{ id: 'tell', action: 'notify', input: { to: 'owner', text: "name & ' ' & TEXT(calls)" } }], "ISPICKVAL(status, 'left')");
    const { rows } = await simulations.rows(asker(), given, {}, { first: 10 });
    expect(rows.map(({ due, steps }) => [due, (steps[0]?.input as { text: string }).text])).toEqual([['1997-01-02T12:00:00.000Z', 'Ada '], ['1997-01-05T12:00:00.000Z', 'Ada 2']]);
  });

  it('replays saves with what was before them, and who saved', async () => {
    await open();
    office.now = '1997-01-01T12:00:00Z';
    const [ada = ''] = await office.create('Customer', { name: 'Ada', calls: 1 }, { name: 'Bob', calls: 9 });
    for (const [day, values] of [['02', { calls: 2 }], ['03', { calls: 4 }], ['04', { name: 'Adah' }]] as const) {
      office.now = `1997-01-${day}T12:00:00Z`;
      await office.update('Customer', ada, values);
    }
    const stop = [{ id: 'stop', action: 'stop', input: {} }];
    const days = async (when: string) => (await simulations.rows(asker(), rule({ beforeSave: { on: ['create', 'update'] } }, stop, when), {}, { first: 10 })).rows.map(({ recordName, due }) => `${recordName} ${due.slice(8, 10)}`);
    expect(await days("ISCHANGED(calls) && PRIORVALUE(calls) > 1 && $User.name = 'Guanxi'")).toEqual(['Adah 03']);
    expect((await days('ISNEW() && calls > 0')).sort()).toEqual(['Adah 01', 'Bob 01']);
    expect(await days("$User.name = 'Ann'")).toEqual([]);
  });

  it('replays a schedule: each of its times, for the records that fit then', async () => {
    await open();
    office.now = '1997-01-01T12:00:00Z';
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'active' });
    office.now = '1997-01-14T12:00:00Z';
    await office.update('Customer', ada, { status: 'left' });
    office.now = '1997-02-01T00:00:00Z';
    const given = rule({ schedule: { cron: '0 9 * * 1' } }, careful, "ISPICKVAL(status, 'active')");
    expect((await simulations.simulate(asker(), given, {})).days).toEqual([{ day: '1997-01-06', count: 1 }, { day: '1997-01-13', count: 1 }]);
  });

  it.each([['en', 'Nobody can tell'], ['zh-TW', '歷史無法得知'], ['zh-CN', '历史无法得知']])('says in %s that history does not know of calls', async (locale, sentence) => {
    await open();
    const summary = await simulations.simulate(asker(locale), rule({ button: {} }, careful), {});
    expect(summary).toMatchObject({ isKnown: false, total: 0, limits: [expect.stringContaining(sentence)] });
  });

  it('ends a run where nobody knows how people would have decided', async () => {
    await open();
    const [ada = ''] = await office.create('Customer', { name: 'Ada', status: 'active' });
    await office.update('Customer', ada, { status: 'left' });
    const each = [{ id: 'loop', action: 'forEach', input: { relation: 'orders' }, paths: { each: [{ id: 'name', action: 'updateRecord', input: { values: { number: "customer.name & '!'" } } }] } }, { id: 'end', action: 'notify', input: { to: 'owner', text: 'name' } }];
    await office.create('Order', { customer: ada, number: '1' }, { customer: ada, number: '2' });
    const { rows } = await simulations.rows(asker(), rule({ created: {} }, each), {}, { first: 10 });
    expect(rows[0]?.steps.map(({ id, level, input }) => [id, level, (input as { values?: unknown }).values ?? null])).toEqual([
      ['loop', 0, null], ['name', 2, { number: 'Ada!' }], ['name', 2, { number: 'Ada!' }], ['end', 0, null],
    ]);
  });
});

(existsSync(northwind) ? describe : describe.skip)('simulating over Northwind (needs ../shared/data/northwind)', () => {
  it('finds 253 firings with 60 days, 435 with 30 and 168 with 90, by the people whose customers they are', async () => {
    await open();
    office.now = '1998-05-07T00:00:00Z';
    const orders = readFileSync(`${northwind}orders.csv`, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    const { schema } = office.org;
    await office.run(sql`insert into ${sql.id(schema, '_user')} (id, name, email, active)
      select md5('employee' || one)::uuid, 'Employee ' || one, '', true from (select distinct unnest(${orders.map((cells) => cells[2])}::text[]) as one) as employees`);
    await office.run(sql`
      with bought as (select * from unnest(${orders.map((cells) => cells[1])}::text[], ${orders.map((cells) => cells[2])}::text[], ${orders.map((cells) => cells[3])}::date[]) as bought(customer, employee, day)),
      made as (insert into ${sql.id(schema, 'customer')} (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, status)
        select md5(customer)::uuid, md5('employee' || min(employee))::uuid, now(), ${SYSTEM}::uuid, now(), ${SYSTEM}::uuid, 1, customer, 'active' from bought group by customer)
      insert into ${sql.id(schema, 'order')} (id, owner_id, created_at, created_by, updated_at, updated_by, version, customer_id, ordered_on)
        select gen_random_uuid(), ${SYSTEM}::uuid, now(), ${SYSTEM}::uuid, now(), ${SYSTEM}::uuid, 1, md5(customer)::uuid, day from bought`);
    const span = { from: '1996-07-04', to: '1998-05-06' };
    const of = async (days: number) => simulations.simulate(asker(), { ...winbackCall(`P${days}D`), steps: careful }, span);

    const sixty = await of(60);
    expect([(await of(30)).total, sixty.total, (await of(90)).total]).toEqual([435, 253, 168]);
    expect(sixty.months.filter(({ month }) => month === '1998-03' || month === '1998-04')).toEqual([{ month: '1998-03', count: 14 }, { month: '1998-04', count: 5 }]);
    expect(sixty.days.reduce((sum, { count }) => sum + count, 0)).toBe(253);
    expect(sixty.owners.reduce((sum, { count }) => sum + count, 0)).toBe(253);
    const { walked, ways, told } = await simulations.steps(asker(), { ...winbackCall('P60D'), steps: careful }, span);
    expect([walked, ways, told.reduce((sum, { count }) => sum + count, 0)]).toEqual([253, [{ step: 'which', way: 'stays', count: 253 }], 253]);
  });
});
