import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { orgTable, resolveAccess } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import type { Models } from '../../metadata/models.js';
import type { RecordValues } from '../../records/record-values.js';
import { endRuns } from '../fair/end-runs.js';
import { shopObjects } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { Absences } from './absences.js';
import { Approvals } from './approvals.js';
import { Forms } from './forms.js';
import { WaitingWork } from './waiting-work.js';

const id = (n: number): string => `10000000-0000-4000-8000-00000000000${n}`;
const [ADA, BOB, CYD, DEE] = [id(1), id(2), id(3), id(4)];
const ORG = '90000000-0000-4000-8000-000000000001';
const permissions = { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Customer: { read: 'all', create: true, edit: 'all', delete: 'all' }, Task: { read: 'all', create: true, edit: 'all' } }, guanxi: { id: 'p-sales' } };

let office: TestOffice;
let approvals: Approvals;
let forms: Forms;
let absences: Absences;
let waiting: WaitingWork;

const wake = { wake: () => undefined } as never;

async function open(documents: readonly object[]): Promise<void> {
  office = await TestOffice.open([...shopObjects, permissions, ...documents], { id: ORG });
  const { schema } = office.org;
  for (const [index, name] of ['Ada', 'Bob', 'Cyd', 'Dee'].entries()) {
    const [person, address] = [id(index + 1), `${name.toLowerCase()}@example.com`];
    await office.run(sql`insert into ${orgTable(schema, 'user')} (id, name, email, active) values (${person}::uuid, ${name}, ${address}, true)`);
    await office.run(sql`insert into guanxi."user" values (${person}::uuid, ${ORG}::uuid, ${name}, ${address}, true, 'en', 'UTC')`);
  }
  const models = office.models as unknown as Models;
  const clock = { now: () => new Date(office.now) };
  approvals = new Approvals(office.database, models, clock, wake);
  forms = new Forms(office.database, models, clock, wake);
  absences = new Absences(office.database, clock);
  waiting = new WaitingWork(office.database, models, office.actors as never, office.writer);
  for (const { name, kind } of documents as readonly WorkflowDocument[]) if (kind === 'workflow') await office.activations.activate(office.org, name, false);
}

async function person(userId: string, admin = false): Promise<Actor> {
  const { model } = await office.models.current();
  return { org: office.org, userId, access: resolveAccess(model, ['sales'], { userId, admin }), locale: 'en', timeZone: 'UTC', source: 'page' };
}

/** As a person: what rules and locks say counts. */
async function write(who: string, work: 'create' | 'update', ...rows: readonly RecordValues[]): Promise<readonly string[] | string> {
  const actor = await person(who);
  const written = await office.database.transaction(office.org, (tx) => (work === 'create'
    ? office.writer.create(tx, actor, 'Customer', rows)
    : office.writer.update(tx, actor, 'Customer', rows.map(({ id: record, ...values }) => ({ id: String(record), values })))));
  return 'problems' in written ? written.problems.map(({ code, message }) => `${code}: ${message}`).join(' ') : written.ids;
}

const task = (step: string, subject: string): WorkflowStep => ({ id: step, action: 'createRecord', input: { object: 'Task', values: { subject } } });
const onCustomer = (name: string, steps: readonly WorkflowStep[]): WorkflowDocument => ({ kind: 'workflow', name, title: name, object: 'Customer', trigger: { created: {} }, guanxi: { id: `w-${name}` }, steps });
const asks = (input: Readonly<Record<string, unknown>>, paths = ['approved', 'rejected', 'recalled', 'expired']): WorkflowDocument =>
  onCustomer('discount', [{ id: 'ask', action: 'approve', input: { title: 'Discount', ...input }, paths: Object.fromEntries(paths.map((path) => [path, [task(path, `'${path} ' & name`)]])) }]);
const queue = (name: string, more: object) => ({ kind: 'queue', name, title: name, members: ['ada@example.com', 'bob@example.com', 'cyd@example.com'], choose: 'roundRobin', guanxi: { id: `q-${name}` }, ...more });
const subjects = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort();
const mine = async (who: string) => approvals.list(await person(who), 'TO_DECIDE', 10);
const decide = async (who: string, approval: string, decision: 'approved' | 'rejected' = 'approved', comment: string | null = null) => approvals.decide(await person(who), approval, decision, comment);
const only = async () => {
  const [row] = await office.run<{ id: string }>(sql`select id from ${orgTable(office.org.schema, 'approval')} order by asked_at desc`);
  return row?.id ?? '';
};
const reportsTo = (who: string, manager: string | null) => office.run(sql`update ${orgTable(office.org.schema, 'user')} set manager_id = ${manager}::uuid where id = ${who}::uuid`);
const told = async (who: string) => (await office.run<{ text: string }>(sql`select text from ${orgTable(office.org.schema, 'notification')} where user_id = ${who}::uuid order by at, id`)).map(({ text }) => text);

afterEach(() => office.end());

describe('an approval', () => {
  const deciders = queue('deciders', { members: ['bob@example.com', 'cyd@example.com'] });
  const boss = queue('boss', { members: ['dee@example.com'] });
  const twoLevels = asks({ levels: [{ title: 'Team', approvers: ['owner'], queue: 'deciders' }, { title: 'Head', queue: 'boss' }] });

  it('asks level by level, locks the record meanwhile and goes the way that was decided', async () => {
    await open([deciders, boss, twoLevels]);
    const [record = ''] = (await write(ADA, 'create', { name: 'Acme', owner: CYD })) as readonly string[];
    await office.pass();
    const approval = await only();
    expect([(await mine(ADA)).length, (await mine(BOB)).length, (await mine(CYD)).length, (await mine(DEE)).length]).toEqual([0, 1, 1, 0]);
    expect(await told(BOB)).toEqual(['You are asked to approve “Discount”.']);
    expect(await write(ADA, 'update', { id: record, status: 'left' })).toMatch(/^locked: This Customer is locked while the approval “Discount” is open\.$/);
    expect(await write(BOB, 'update', { id: record, calls: 3 })).toEqual([record]);
    await decide(CYD, approval, 'approved', 'Fine with me');
    await decide(BOB, approval);
    await office.pass();
    expect(await write(BOB, 'update', { id: record, calls: 4 })).toMatch(/^locked/);
    expect((await mine(DEE))[0]).toMatchObject({ level: 1, levels: [{ seats: [{ decision: 'approved', comment: 'Fine with me' }, { decision: 'approved' }] }, { title: 'Head' }] });
    await decide(DEE, approval);
    expect(await write(ADA, 'update', { id: record, status: 'left' })).toEqual([record]);
    await office.pass();
    expect(await subjects()).toEqual(['approved Acme']);
    expect(await told(ADA)).toEqual(['“Discount” was approved.']);
    const [note] = await office.run<{ output: unknown }>(sql`select output from ${orgTable(office.org.schema, 'runStep')} where step_id = 'ask'`);
    expect(note?.output).toMatchObject({ outcome: 'approved', decisions: [{ by: 'Cyd', comment: 'Fine with me', level: 1 }, { by: 'Bob' }, { by: 'Dee', level: 2 }] });
  });

  it('counts one of two decisions that come at the same instant, and tells the other who was first', async () => {
    await open([deciders, asks({ levels: [{ queue: 'deciders', decides: 'first' }] })]);
    for (const round of [1, 2, 3, 4]) {
      office.now = `1997-01-0${round}T12:00:00Z`;
      await write(ADA, 'create', { name: `Acme ${round}` });
      await office.pass();
      const approval = await only();
      const results = await Promise.allSettled([decide(BOB, approval, 'approved'), decide(CYD, approval, 'rejected')]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const failure = results.find((result) => result.status === 'rejected')?.reason as Error;
      expect(failure.message).toMatch(/^“Discount” was decided by (Bob|Cyd) a moment ago\.$/);
      await office.pass();
    }
    expect(await subjects()).toHaveLength(4);
  });

  it('is decided by nobody twice, not even in somebody’s place, and by nobody who is not asked', async () => {
    await open([queue('both', { members: ['bob@example.com'] }), asks({ levels: [{ approvers: ['owner'], queue: 'both' }] })]);
    await write(ADA, 'create', { name: 'Acme', owner: CYD });
    await office.pass();
    const approval = await only();
    await absences.set(await person(CYD), { from: '1997-01-01', to: '1997-01-02', delegate: BOB });
    await expect(decide(DEE, approval)).rejects.toThrow(/Somebody else is asked/);
    await decide(BOB, approval);
    await expect(decide(BOB, approval)).rejects.toThrow(/nobody decides twice, not even in somebody’s place/);
    await decide(CYD, approval);
    await office.pass();
    expect(await subjects()).toEqual(['approved Acme']);
  });

  it('is decided by a delegate on the days of the absence, and the trace says for whom', async () => {
    await open([asks({ levels: [{ approvers: ['owner'] }] })]);
    await absences.set(await person(BOB), { from: '1997-01-02', to: '1997-01-03', delegate: CYD });
    await write(ADA, 'create', { name: 'Acme', owner: BOB });
    await office.pass();
    expect(await mine(CYD)).toEqual([]);
    office.now = '1997-01-03T23:00:00Z';
    expect(await mine(CYD)).toMatchObject([{ inPlaceOf: { name: 'Bob' }, mayDecide: true, mayHandOver: false }]);
    await decide(CYD, await only(), 'rejected', 'No');
    await office.pass();
    expect(await subjects()).toEqual(['rejected Acme']);
    const [event] = await office.run<object>(sql`select kind, actor_id, other_id, comment from ${orgTable(office.org.schema, 'approvalEvent')} where kind = 'rejected'`);
    expect(event).toEqual({ kind: 'rejected', actor_id: CYD, other_id: BOB, comment: 'No' });
  });

  it('is taken back by whoever caused it, and by nobody else who is no admin', async () => {
    await open([asks({ levels: [{ approvers: ['owner'] }] })]);
    const [record = ''] = (await write(ADA, 'create', { name: 'Acme', owner: BOB })) as readonly string[];
    await office.pass();
    const approval = await only();
    await expect(approvals.recall(await person(CYD), approval, null)).rejects.toThrow(/Only whoever asked for “Discount”/);
    expect(await approvals.recall(await person(ADA), approval, 'Wrong price')).toMatchObject({ status: 'recalled', mayDecide: false });
    expect(await write(ADA, 'update', { id: record, status: 'left' })).toEqual([record]);
    await expect(decide(BOB, approval)).rejects.toThrow('“Discount” has been decided already: taken back.');
    await office.pass();
    expect(await subjects()).toEqual(['recalled Acme']);
    expect(await told(BOB)).toEqual(['You are asked to approve “Discount”.', '“Discount” was taken back and needs no decision any more.']);
  });

  it.each([
    ['expire', 'expired Acme'], ['approve', 'approved Acme'], ['reject', 'rejected Acme'],
  ] as const)('whose time is over can %s', async (then, subject) => {
    await open([asks({ levels: [{ approvers: ['owner'], within: 'P2D', then }] })]);
    await write(ADA, 'create', { name: 'Acme', owner: BOB });
    await office.pass();
    await office.pass('1997-01-03T11:59:59Z');
    expect(await subjects()).toEqual([]);
    await office.pass('1997-01-03T12:00:00Z');
    expect(await subjects()).toEqual([subject]);
    expect(await mine(BOB)).toEqual([]);
  });

  it('escalates once to somebody else, who has the same time again', async () => {
    await open([asks({ levels: [{ approvers: ['owner'], within: 'PT1H', then: 'escalate', escalateTo: 'createdBy' }] })]);
    await write(ADA, 'create', { name: 'Acme', owner: BOB });
    await office.pass();
    await office.pass('1997-01-01T13:00:00Z');
    expect([(await mine(BOB)).length, (await mine(ADA)).length]).toEqual([0, 1]);
    await expect(decide(BOB, await only())).rejects.toThrow(/There is no such approval|Somebody else is asked/);
    await office.pass('1997-01-01T14:00:00Z');
    expect(await subjects()).toEqual(['expired Acme']);
  });

  it('is handed over, and does not ask again who has agreed at an earlier level', async () => {
    await open([boss, asks({ levels: [{ approvers: ['owner'] }, { queue: 'boss' }] })]);
    await write(ADA, 'create', { name: 'Acme', owner: BOB });
    await office.pass();
    const approval = await only();
    await approvals.handOver(await person(BOB), approval, { to: DEE, from: null, comment: null });
    expect(await mine(BOB)).toEqual([]);
    await decide(DEE, approval);
    await office.pass();
    expect(await subjects()).toEqual(['approved Acme']);
    expect(await approvals.find(await person(ADA), approval)).toMatchObject({ status: 'approved', levels: [{}, { seats: [{ decision: 'agreed' }] }] });
  });

  it('of a run that is ended is taken back, and the record unlocked', async () => {
    await open([asks({ levels: [{ approvers: ['owner'] }] })]);
    const [record = ''] = (await write(ADA, 'create', { name: 'Acme', owner: BOB })) as readonly string[];
    await office.pass();
    await office.database.transaction(office.org, (tx) => endRuns(tx, sql`true`, new Date(office.now)));
    expect(await mine(BOB)).toEqual([]);
    expect(await write(ADA, 'update', { id: record, status: 'left' })).toEqual([record]);
  });

  it('that can ask nobody parks with the reason', async () => {
    await open([queue('empty', { members: [] }), asks({ levels: [{ title: 'Team', queue: 'empty' }] })]);
    await write(ADA, 'create', { name: 'Acme' });
    for (const now of ['1997-01-01T12:00:00Z', '1997-01-01T12:01:00Z', '1997-01-01T13:00:00Z', '1997-01-02T13:00:00Z']) await office.pass(now);
    const [run] = await office.run<{ status: string; error: string }>(sql`select status, error from ${orgTable(office.org.schema, 'run')}`);
    expect(run).toMatchObject({ error: expect.stringMatching(/^Nobody can be asked at the level “Team” of “Discount”/) as string });
  });
});

describe('a form', () => {
  const form = (more: object = {}) => onCustomer('visit', [
    { id: 'ask', action: 'askPerson', input: { person: 'owner', title: 'Visit report', text: "'How was ' & name & '?'", inputs: [{ name: 'mood', type: 'text', required: true }, { name: 'amount', type: 'number' }], ...more }, paths: { answered: [task('a', "$Run.mood & ' ' & TEXT($Run.amount + 1)")], expired: [task('e', "'late ' & name")] } },
  ]);

  it('waits for its person’s answers, tells all that is wrong with them, and keeps them for later steps', async () => {
    await open([form()]);
    await write(ADA, 'create', { name: 'Acme', owner: BOB });
    await office.pass();
    const [asked] = await forms.list(await person(BOB));
    expect(asked).toMatchObject({ title: 'Visit report', text: 'How was Acme?', recordName: 'Acme' });
    const problems = await forms.fill(await person(BOB), asked?.id ?? '', { amount: 'many', other: 1 }).catch((error: { extensions: { problems: readonly { path: string }[] } }) => error.extensions.problems.map(({ path }) => path));
    expect([...(problems ?? [])].sort()).toEqual(['/amount', '/mood', '/other']);
    await expect(forms.fill(await person(CYD), asked?.id ?? '', { mood: 'x' })).rejects.toThrow(/no such form/);
    await forms.fill(await person(BOB), asked?.id ?? '', { mood: 'good', amount: '2' });
    await expect(forms.fill(await person(BOB), asked?.id ?? '', { mood: 'better' })).rejects.toThrow(/filled in already/);
    await office.pass();
    expect(await subjects()).toEqual(['good 3']);
  });

  it('reminds once, expires at its time, and is filled in by whoever stands in', async () => {
    await open([form({ within: 'P3D', remindAfter: 'P1D' })]);
    await write(ADA, 'create', { name: 'Acme', owner: BOB }, { name: 'Beta', owner: CYD });
    await office.pass();
    await office.pass('1997-01-02T12:00:00Z');
    await office.pass('1997-01-03T12:00:00Z');
    expect(await told(BOB)).toEqual(['Please fill in “Visit report”.', '“Visit report” is still waiting for your answers.']);
    await absences.set(await person(CYD), { from: '1997-01-03', to: '1997-01-03', delegate: DEE });
    const [asked] = await forms.list(await person(DEE));
    expect(asked?.inPlaceOf?.name).toBe('Cyd');
    await forms.fill(await person(DEE), asked?.id ?? '', { mood: 'fine', amount: 0 });
    await office.pass('1997-01-04T12:00:00Z');
    expect(await subjects()).toEqual(['fine 1', 'late Acme']);
    expect(await forms.list(await person(BOB))).toEqual([]);
  });
});

describe('an assignment', () => {
  const given = (input: Readonly<Record<string, unknown>>) => onCustomer('give', [{ id: 'give', action: 'assign', input }]);
  const owners = async () => (await office.records<{ name: string; owner_id: string }>('Customer')).sort((left, right) => (left.name < right.name ? -1 : 1)).map(({ owner_id: owner }) => ['?', 'Ada', 'Bob', 'Cyd', 'Dee'][Number(owner.at(-1))]);

  it('goes round exactly, also with workers side by side, and passes over whoever is away', async () => {
    await open([queue('sales', {}), given({ queue: 'sales' })]);
    await write(DEE, 'create', ...Array.from({ length: 90 }, (_, index) => ({ name: `c${index}` })));
    await Promise.all([office.engine.work(office.org), office.engine.work(office.org), office.engine.work(office.org)]);
    await office.pass();
    const all = await owners();
    expect(['Ada', 'Bob', 'Cyd'].map((name) => all.filter((owner) => owner === name).length)).toEqual([30, 30, 30]);
    await absences.set(await person(BOB), { from: '1997-01-01', to: '1997-01-09' });
    await write(DEE, 'create', { name: 'd1' }, { name: 'd2' }, { name: 'd3' }, { name: 'd4' });
    await office.pass();
    expect((await owners()).slice(-4).sort()).toEqual(['Ada', 'Ada', 'Cyd', 'Cyd']);
  });

  it('finds whoever has the least to do', async () => {
    await open([queue('sales', { choose: 'leastLoaded' }), given({ queue: 'sales', open: "ISPICKVAL(status, 'active')" })]);
    await office.activations.deactivate(office.org, 'give');
    await write(DEE, 'create', { name: 'a1', owner: ADA, status: 'active' }, { name: 'a2', owner: ADA, status: 'active' }, { name: 'b1', owner: BOB, status: 'left' }, { name: 'b2', owner: BOB, status: 'active' });
    await office.pass();
    await office.activations.activate(office.org, 'give', false);
    await write(DEE, 'create', ...['n1', 'n2', 'n3'].map((name) => ({ name, status: 'active' })));
    await office.pass();
    const all = (await owners()).slice(-3);
    expect(['Ada', 'Bob', 'Cyd'].map((name) => all.filter((owner) => owner === name).length)).toEqual([0, 1, 2]);
  });

  it('goes by territory, and lets records wait until a member takes them', async () => {
    await open([
      queue('vip', { members: ['ada@example.com'], rank: 1, territory: [{ object: 'Customer', when: 'calls > 10' }] }),
      queue('rest', { choose: 'take', members: ['bob@example.com', 'cyd@example.com'], rank: 2, territory: [{ object: 'Customer', when: 'NOT(ISBLANK(calls))' }] }),
      given({ byTerritory: true }),
    ]);
    await write(DEE, 'create', { name: 'a', calls: 11 }, { name: 'b', calls: 1 }, { name: 'c' });
    await office.pass();
    expect(await owners()).toEqual(['Ada', 'Dee', 'Dee']);
    const [item] = await waiting.list(await person(BOB));
    expect(item).toMatchObject({ recordName: 'b', queue: 'rest', object: 'Customer' });
    expect(await waiting.list(await person(ADA))).toEqual([]);
    const results = await Promise.allSettled([waiting.take(await person(BOB), item?.recordId ?? ''), waiting.take(await person(CYD), item?.recordId ?? '')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['Bob', 'Cyd']).toContain((await owners())[1]);
    expect(await waiting.list(await person(BOB))).toEqual([]);
  });
});

describe('managers', () => {
  it('are asked, told, written to and given work by formulas over whoever owns the record', async () => {
    await open([onCustomer('discount', [
      { id: 'ask', action: 'approve', input: { title: 'Discount', levels: [{ approvers: ['owner.manager'] }, { approvers: ['owner.manager.manager'] }] }, paths: { approved: [
        { id: 'tell', action: 'notify', input: { to: 'owner.manager', text: "'Approved: ' & name" } },
        { id: 'write', action: 'sendEmail', input: { to: ['owner.manager', 'owner.manager.manager.email'], subject: 'name', body: "'Agreed by ' & owner.manager.name" } },
        { id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: "'Check ' & name", owner: 'owner.manager' } } },
        { id: 'form', action: 'askPerson', input: { person: 'owner.manager', title: 'Why', inputs: [{ name: 'reason', type: 'text' }] } },
      ] } },
    ])]);
    await reportsTo(ADA, BOB);
    await reportsTo(BOB, CYD);
    await write(ADA, 'create', { name: 'Acme' });
    await office.pass();
    const approval = await only();
    expect([(await mine(BOB)).length, (await mine(CYD)).length]).toEqual([1, 0]);
    await decide(BOB, approval);
    await office.pass();
    expect((await mine(CYD)).length).toBe(1);
    await decide(CYD, approval);
    await office.pass();
    expect(await told(BOB)).toContain('Approved: Acme');
    expect(await office.run(sql`select to_address as "to", body_text as body from ${orgTable(office.org.schema, 'mail')} order by 1`)).toEqual([
      { to: 'bob@example.com', body: expect.stringContaining('Agreed by Bob') as string }, { to: 'cyd@example.com', body: expect.stringContaining('Agreed by Bob') as string }]);
    expect(await office.run(sql`select owner_id as owner from ${sql.id(office.org.schema, 'task')}`)).toEqual([{ owner: BOB }]);
    expect(await office.run(sql`select user_id as who from ${orgTable(office.org.schema, 'formTask')}`)).toEqual([{ who: BOB }]);
  });

  it('who are missing leave nobody to ask, and the run says so', async () => {
    await open([asks({ levels: [{ approvers: ['owner.manager'] }] })]);
    await write(ADA, 'create', { name: 'Acme' });
    await office.pass();
    const [run] = await office.run<{ status: string; error: string }>(sql`select status, error from ${orgTable(office.org.schema, 'run')}`);
    expect(run?.status).toBe('failed');
    expect(run?.error).not.toBe('');
  });
});

it('speaks the language of whoever is asked: titles of approvals, levels and forms', async () => {
  await open([onCustomer('discount', [
    { id: 'ask', action: 'approve', title: 'Agree', input: { title: 'Discount', titles: { 'zh-TW': '折扣' }, levels: [{ title: 'Desk', titles: { 'zh-TW': '櫃台' }, approvers: ['owner'] }] }, paths: { approved: [
      { id: 'form', action: 'askPerson', input: { person: 'owner', title: 'Reason', titles: { 'zh-TW': '原因' }, inputs: [{ name: 'reason', type: 'text' }] } },
    ] } },
  ])]);
  await office.run(sql`update guanxi."user" set locale = 'zh-TW' where id = ${BOB}::uuid`);
  await write(ADA, 'create', { name: 'Acme', owner: BOB });
  await office.pass();
  expect(await told(BOB)).toEqual(['請簽核「折扣」。']);
  const bob = { ...(await person(BOB)), locale: 'zh-TW' };
  expect(await approvals.list(bob, 'TO_DECIDE', 1)).toMatchObject([{ title: '折扣', levels: [{ title: '櫃台', decides: 'all' }] }]);
  expect(await mine(BOB)).toMatchObject([{ title: 'Discount', levels: [{ title: 'Desk' }] }]);
  await decide(BOB, await only());
  await office.pass();
  expect([await forms.list(bob), await forms.list(await person(BOB))]).toMatchObject([[{ title: '原因' }], [{ title: 'Reason' }]]);
});
