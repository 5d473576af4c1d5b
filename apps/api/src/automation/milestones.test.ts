import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { checkWorkflow } from '@guanxi/workflow';
import { sql } from 'kysely';
import { shopObjects } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

let office: TestOffice;

const officeHours = {
  kind: 'business-calendar', name: 'office', title: 'Office', timeZone: 'Asia/Taipei',
  week: Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [{ date: '1997-01-08' }], guanxi: { id: 'c-office' },
};
const onTask = (name: string, steps: readonly WorkflowStep[], trigger: object = { created: {} }): WorkflowDocument =>
  ({ kind: 'workflow', name, title: name, object: 'Task', trigger: trigger as never, guanxi: { id: `w-${name}` }, steps });
const renamed = (id: string, text: string): WorkflowStep => ({ id, action: 'updateRecord', input: { values: { subject: `subject & '${text}'` } } });
const clock = (input: object = {}): WorkflowStep => ({
  id: 'clock', action: 'startMilestone', input: { name: 'reply', target: 'PT8H', warnAt: 75, ...input },
  paths: { warning: [renamed('warn', ' soon')], violated: [renamed('late', ' late')] },
});
const stopWhenDone = onTask('answered', [{ id: 'stop', action: 'stopMilestone', input: { name: 'reply' } }], { updated: { fields: ['status'] } });

const open = async (...documents: readonly WorkflowDocument[]) => {
  office = await TestOffice.open([...shopObjects, officeHours, ...documents]);
  for (const { name } of documents) await office.activations.activate(office.org, name, false);
};
const task = async (at: string): Promise<string> => {
  office.now = at;
  const [id = ''] = await office.create('Task', { subject: 'A', status: 'open' });
  await office.pass();
  return id;
};
const subject = async () => (await office.records<{ subject: string }>('Task'))[0]?.subject;
const rows = () => office.run<{ due: string; warn: string | null; ended: string | null }>(sql`
  select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as due, to_char(warn_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as warn, to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as ended from ${orgTable(office.org.schema, 'milestone')} order by started_at`);
const openRuns = () => office.run(sql`select trigger ->> 'kind' as kind, status from ${orgTable(office.org.schema, 'run')} where finished_at is null`);

afterEach(() => office.end());

describe('a milestone', () => {
  it('lets its workflow go on, warns and is violated, each once, however late a worker comes', async () => {
    await open(onTask('serve', [clock(), renamed('next', '!')]));
    await task('1997-01-06T01:00:00Z');
    expect(await subject()).toBe('A!');
    expect(await rows()).toEqual([{ due: '1997-01-06 09:00', warn: '1997-01-06 07:00', ended: null }]);
    await office.pass('1997-01-06T06:59:59Z');
    expect(await subject()).toBe('A!');
    await office.pass('1997-01-06T07:00:00Z');
    await office.pass('1997-01-06T07:01:00Z');
    expect(await subject()).toBe('A! soon');
    await office.pass('1997-01-09T00:00:00Z');
    await office.pass('1997-01-10T00:00:00Z');
    expect(await subject()).toBe('A! soon late');
    expect(await openRuns()).toEqual([]);
  });

  it('counts the hours of a business calendar', async () => {
    await open(onTask('serve', [clock({ calendar: 'office', target: 'PT9H' })]));
    // Tuesday 16:00 in Taipei; Wednesday is a holiday.
    await task('1997-01-07T08:00:00Z');
    expect(await rows()).toEqual([{ due: '1997-01-09 09:00', warn: '1997-01-09 06:45', ended: null }]);
  });

  it('never rings for what was stopped before the moment, though nobody looked until later', async () => {
    await open(onTask('serve', [clock()]), stopWhenDone);
    const id = await task('1997-01-06T01:00:00Z');
    office.now = '1997-01-06T05:00:00Z';
    await office.update('Task', id, { status: 'done' });
    await office.pass();
    expect(await rows()).toMatchObject([{ ended: '1997-01-06 05:00' }]);
    expect(await openRuns()).toEqual([]);
    await office.pass('1997-01-08T00:00:00Z');
    expect(await subject()).toBe('A');
  });

  it('is met as soon as its condition is true, at the moment of the change', async () => {
    await open(onTask('serve', [clock({ doneWhen: "ISPICKVAL(status, 'done')" })]));
    const id = await task('1997-01-06T01:00:00Z');
    await office.pass('1997-01-06T08:00:00Z');
    office.now = '1997-01-06T08:30:00Z';
    await office.update('Task', id, { status: 'done' });
    // Nobody was at work for two days: the target passed meanwhile, but the change came before it.
    await office.pass('1997-01-08T00:00:00Z');
    expect(await rows()).toMatchObject([{ ended: '1997-01-06 08:30' }]);
    expect(await subject()).toBe('A soon');
    expect(await openRuns()).toEqual([]);
  });

  it('stands still while it is paused and goes on with the time that was left', async () => {
    const on = (name: string, to: string, action: string) => onTask(name, [{ id: name, action, input: { name: 'reply' } }], { updated: { fields: ['dueOn'], to: { dueOn: to } } });
    await open(onTask('serve', [clock({ calendar: 'office' })]), on('pause', '1997-02-01', 'pauseMilestone'), on('resume', '1997-02-02', 'resumeMilestone'));
    const id = await task('1997-01-06T01:00:00Z');
    office.now = '1997-01-06T03:00:00Z';
    await office.update('Task', id, { dueOn: '1997-02-01' });
    await office.pass();
    await office.pass('1997-01-06T12:00:00Z');
    expect(await subject()).toBe('A');
    // Two of eight hours are over: six are left on Friday at nine in Taipei.
    office.now = '1997-01-10T01:00:00Z';
    await office.update('Task', id, { dueOn: '1997-02-02' });
    await office.pass();
    expect(await rows()).toEqual([{ due: '1997-01-10 07:00', warn: '1997-01-10 05:00', ended: null }]);
    await office.pass('1997-01-10T05:00:00Z');
    expect(await subject()).toBe('A soon');
    await office.pass('1997-01-10T07:00:00Z');
    expect(await subject()).toBe('A soon late');
  });

  it('of a name runs once at a time on a record', async () => {
    const again = onTask('again', [clock({ target: 'PT1H' })], { updated: { fields: ['dueOn'] } });
    await open(onTask('serve', [clock()]), again, stopWhenDone);
    const id = await task('1997-01-06T01:00:00Z');
    await office.update('Task', id, { dueOn: '1997-02-01' });
    await office.pass('1997-01-06T01:10:00Z');
    expect(await rows()).toHaveLength(1);
    await office.update('Task', id, { status: 'done' });
    await office.pass();
    await office.update('Task', id, { dueOn: '1997-02-02' });
    await office.pass();
    expect(await rows()).toMatchObject([{ ended: '1997-01-06 01:10' }, { due: '1997-01-06 02:10', ended: null }]);
  });

  it('says what is wrong with its settings', async () => {
    await open();
    const check = (...steps: readonly WorkflowStep[]) => checkWorkflow(onTask('wrong', steps), office.models.latest() as never).map(({ path, code }) => `${path} ${code}`);
    const start = (input: object): WorkflowStep => ({ id: 'a', action: 'startMilestone', input: input as never });
    expect(check(start({ name: 'x', target: 'P0D' }), start({ name: 'x', target: 'P1M', calendar: 'office' }), start({ name: 'x', target: 'P1D', warnAt: 100, doneWhen: 'subject' }))).toEqual([
      '/steps/0/input/target milestone.target', '/steps/1/input/target milestone.months', '/steps/2/input/warnAt milestone.warning', '/steps/2/input/doneWhen result-type',
    ]);
    expect(check({ id: 's', action: 'stopMilestone', input: { name: 'nobody' } })).toEqual(['/steps/0/input/name milestone.unknown']);
  });
});
