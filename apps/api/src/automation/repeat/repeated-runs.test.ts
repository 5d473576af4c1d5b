import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Models } from '../../metadata/models.js';
import { shopObjects, workflow } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';
import { RepeatedRuns } from './repeated-runs.js';

interface RunRow { readonly id: string; readonly status: string; readonly step: number; readonly occasion: string; readonly trigger: { readonly kind: string; readonly run?: string } }

let office: TestOffice;
let repeated: RepeatedRuns;

const welcome = () => workflow('welcome', 'Customer', { created: {} }, [
  ['createRecord', { object: 'Task', as: 'task', values: { subject: "'First for ' & name", status: "'open'" } }],
  ['createRecord', { object: 'Task', values: { subject: "IF(ISBLANK($Run.task), 'nothing left', 'Second for ' & name)", status: "'open'" } }],
]);
const runs = () => office.run<RunRow>(sql`select * from ${orgTable(office.org.schema, 'run')} order by started_at, id`);
const tasks = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject).sort();
const begin = async (run: string, step: string) => repeated.begin((await office.actors.forSystem(office.org)), run, step);

beforeEach(async () => {
  office = await TestOffice.open([...shopObjects, welcome()]);
  repeated = new RepeatedRuns(office.database, office.models as unknown as Models, { now: () => new Date(office.now) }, { wake: () => undefined } as never);
  await office.activations.activate(office.org, 'welcome', false);
  await office.create('Customer', { name: 'Ada' });
  await office.pass();
});
afterEach(() => office.end());

it('begins a run of its own at a step, with what those before it had left, and leaves the first as it was', async () => {
  const [first] = await runs();
  expect(await tasks()).toEqual(['First for Ada', 'Second for Ada']);
  office.now = '1997-01-01T13:00:00Z';
  const id = await begin(first?.id ?? '', 'step2');
  await office.pass();
  expect(await tasks()).toEqual(['First for Ada', 'Second for Ada', 'Second for Ada']);
  const [before, after] = await runs();
  expect(before).toEqual(first);
  expect(after).toMatchObject({ id, status: 'done', trigger: { kind: 'again', run: first?.id } });
  const steps = await office.run<{ step_id: string }>(sql`select step_id from ${orgTable(office.org.schema, 'runStep')} where run_id = ${id}::uuid`);
  expect(steps).toEqual([{ step_id: 'step2' }]);
});

it('begins at the first step, and once for each time that it is asked', async () => {
  const [first] = await runs();
  await begin(first?.id ?? '', 'step1');
  await begin(first?.id ?? '', 'step1');
  await office.pass();
  expect(await tasks()).toHaveLength(6);
});

it('refuses steps that the run has not come to, and runs that are not over or not there', async () => {
  const [first] = await runs();
  await expect(begin(first?.id ?? '', 'elsewhere')).rejects.toThrow('Only a run that is over');
  await expect(begin('00000000-0000-7000-8000-000000000000', 'step1')).rejects.toThrow('Only a run that is over');
  await begin(first?.id ?? '', 'step2');
  const open = (await runs()).find(({ status }) => status !== 'done');
  await expect(begin(open?.id ?? '', 'step2')).rejects.toThrow('Only a run that is over');
});
