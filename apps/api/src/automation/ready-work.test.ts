import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { readReadyWork } from './ready-work.js';
import { callTask, shopObjects, winbackCall, workflow } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

const nothing = { stopped: false, behind: false, events: false, kept: false, lines: false, comparisons: false, runs: false };
const documents = [...shopObjects, winbackCall(), workflow('greet', 'Customer', { created: {} }, [['createRecord', callTask]])];

describe('what is ready in an org', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await TestOffice.open(documents);
    await office.activations.activate(office.org, 'greet', false);
    await office.activations.activate(office.org, 'winbackCall', false);
  });
  afterAll(() => office.end());

  const ready = async () => {
    const { revision } = await office.models.current();
    return readReadyWork(office.database.session(office.org), office.org.schema, { revision, now: new Date(office.now) });
  };

  it('is nothing where nothing has happened, and again when all of it is done', async () => {
    expect(await ready()).toEqual(nothing);
    await office.create('Customer', { name: 'Zoe', status: 'active' });
    expect(await ready()).toEqual({ ...nothing, events: true });
    await office.pass();
    expect(await office.records('Task')).toHaveLength(1);
    expect(await ready()).toEqual(nothing);
  });

  it('is a line that time has crossed, until it is swept', async () => {
    const [customer] = await office.create('Customer', { name: 'Ann', status: 'active' });
    await office.create('Order', { number: '1', customer, orderedOn: '1997-01-01' });
    await office.pass();
    office.now = '1997-03-01T00:00:00Z';
    expect(await ready()).toEqual({ ...nothing, lines: true });
    await office.pass();
    expect(await ready()).toEqual(nothing);
  });

  it('is a run whose time has come, and what follows an older revision', async () => {
    await office.run(sql`update ${orgTable(office.org.schema, 'run')} set next_attempt_at = ${office.now}::timestamptz, status = 'waiting', step = 1`);
    await office.publish(documents);
    expect(await ready()).toEqual({ ...nothing, runs: true, behind: true });
    await office.pass();
    expect(await ready()).toEqual(nothing);
  });

  it('says that somebody has stopped it all, and the engine leaves things where they are', async () => {
    await office.run(sql`insert into ${orgTable(office.org.schema, 'automationStop')} (at, by_id, reason) values (${office.now}::timestamptz, null, null)`);
    await office.create('Customer', { name: 'Ben', status: 'active' });
    await office.pass();
    expect(await ready()).toEqual({ ...nothing, stopped: true, events: true });
  });
});
