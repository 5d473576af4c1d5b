import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { closeCalls, shopObjects, winbackCall } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';

const cdnow = fileURLToPath(new URL('../../../../../../shared/data/cdnow/transactions.csv', import.meta.url));

/** One customer in five and half a year by default; `REHEARSE_ALL=1` takes all 23,570 and a year and a half, which lasts minutes. */
const { share, to, firings } = process.env['REHEARSE_ALL'] === '1' ? { share: 1, to: '1998-06-30', firings: 45_448 } : { share: 5, to: '1997-06-30', firings: 5_555 };

let office: TestOffice;
afterEach(() => office.end());

describe('a rehearsal', () => {
  it('fires on the days that the simulation says, leaves nothing behind and touches no record', async () => {
    office = await TestOffice.open([...shopObjects, winbackCall('P30D', "ISPICKVAL(status, 'active')"), closeCalls], { timeZone: 'Asia/Taipei' });
    office.now = '1998-01-01T00:00:00Z';
    await office.activations.activate(office.org, 'closeCalls', false);
    const [ada = '', bob = '', cid = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'active' }, { name: 'Cid', status: 'left' });
    await office.create('Order', ...[
      [ada, '1997-01-01'], [ada, '1997-01-31'], [ada, '1997-05-01'], [ada, '1997-05-01'], [bob, '1997-01-10'], [bob, '1997-02-10'], [cid, '1997-01-01'],
    ].map(([customer, orderedOn]) => ({ customer, orderedOn })));
    await office.pass();
    const rehearsal = await office.rehearsals.rehearse(office.org, 'winbackCall', {});
    expect(rehearsal).toMatchObject({ from: '1997-01-01', to: '1997-05-31', equal: true, differences: [], simulated: 4 });
    expect(rehearsal.firings).toEqual([
      { recordId: bob, due: '1997-02-09' }, { recordId: ada, due: '1997-03-02' }, { recordId: bob, due: '1997-03-12' }, { recordId: ada, due: '1997-05-31' },
    ]);
    expect(await office.records('Task')).toEqual([]);
    expect(await office.run(sql`select from pg_namespace where nspname like '%rehearsal'`)).toEqual([]);
  });

  it('does step by step what the simulation thinks: the same ways, waits and values at the same moments', async () => {
    const branching = {
      ...winbackCall('P30D'),
      steps: [
        { id: 'which', action: 'branch', input: { cases: [{ name: 'stays', when: "ISPICKVAL(status, 'active')" }] }, paths: { stays: [
          { id: 'pause', action: 'wait', input: { for: 'P3D' } },
          { id: 'call', action: 'createRecord', input: { object: 'Task', values: { subject: "'Call ' & name & ' on ' & TEXT(TODAY())", customer: 'id', dueOn: 'TODAY() + 2' } } },
        ], otherwise: [] } },
        { id: 'tell', action: 'notify', input: { to: 'owner', text: 'name' } },
      ],
    };
    office = await TestOffice.open([...shopObjects, branching], { timeZone: 'Asia/Taipei' });
    office.now = '1998-01-01T00:00:00Z';
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'left' });
    await office.create('Order', ...[[ada, '1997-01-01'], [ada, '1997-04-01'], [bob, '1997-02-01']].map(([customer, orderedOn]) => ({ customer, orderedOn })));
    const rehearsal = await office.rehearsals.rehearse(office.org, 'winbackCall', { to: '1997-06-30' });
    // Ada twice: branch, wait, call, tell. Bob once: branch, tell.
    expect(rehearsal).toMatchObject({ equal: true, simulated: 3, steps: 10, stepDifferences: [] });
  });

  it('can be of some days only', async () => {
    office = await TestOffice.open([...shopObjects, winbackCall()]);
    office.now = '1998-01-01T00:00:00Z';
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    await office.create('Order', ...['1997-01-01', '1997-03-01', '1997-05-01'].map((orderedOn) => ({ customer: ada, orderedOn })));
    const rehearsal = await office.rehearsals.rehearse(office.org, 'winbackCall', { from: '1997-02-15', to: '1997-03-31' });
    expect(rehearsal).toMatchObject({ equal: true, firings: [{ recordId: ada, due: '1997-03-31' }] });
  });
});

(existsSync(cdnow) ? describe : describe.skip)('a rehearsal of CDNOW (needs ../shared/data/cdnow)', () => {
  it(`fires ${firings.toLocaleString('en')} times, exactly where the simulation does`, async () => {
    office = await TestOffice.open([...shopObjects, winbackCall(), closeCalls]);
    office.now = '2026-01-01T00:00:00Z';
    await office.activations.activate(office.org, 'closeCalls', false);
    await loadCdnow();
    const rehearsal = await office.rehearsals.rehearse(office.org, 'winbackCall', { to });
    expect(rehearsal).toMatchObject({ from: '1997-01-01', to, simulated: firings, equal: true });
    expect(rehearsal.firings).toHaveLength(firings);
  }, 600_000);
});

async function loadCdnow(): Promise<void> {
  const lines = readFileSync(cdnow, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')).filter(([customer]) => Number(customer) % share === 0);
  const system = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
  const { schema } = office.org;
  await office.run(sql`
    with bought as (select customer, day from unnest(${lines.map(([customer]) => customer)}::text[], ${lines.map(([, day]) => day)}::date[]) as bought(customer, day)),
    made as (insert into ${sql.id(schema, 'customer')} (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, status)
      select md5(customer)::uuid, ${system}, now(), ${system}, now(), ${system}, 1, customer, 'active' from bought group by customer)
    insert into ${sql.id(schema, 'order')} (id, owner_id, created_at, created_by, updated_at, updated_by, version, customer_id, ordered_on)
      select gen_random_uuid(), ${system}, now(), ${system}, now(), ${system}, 1, md5(customer)::uuid, day from bought`);
}
