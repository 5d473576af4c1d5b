import { randomUUID } from 'node:crypto';
import { Workers } from '../../queue/workers.js';
import { startTestApp, ADMIN, type Caller, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('fairness');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await test.app.get(Workers, { strict: false }).start();
});
afterAll(() => test.close());

const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> => {
  const { data, errors } = await admin.ask<Data>(query, variables, path);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
};
const order = async () => {
  const { createCustomer } = await ask<{ createCustomer: { id: string } }>('mutation($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data: { name: 'Ada', customerNumber: randomUUID() } }, '/graphql');
  await ask('mutation($data: OrderCreate!) { createOrder(data: $data) { id } }', { data: { customerId: createCustomer.id, orderedOn: '2020-01-01', orderNumber: randomUUID() } }, '/graphql');
};
const runs = async () => (await ask<{ workflows: { name: string; runs: number }[] }>('{ workflows { name runs } }')).workflows.find(({ name }) => name === 'close-call-on-order')?.runs ?? 0;

it('stops all automation and lets it go on, with the numbers of what waits, for admins and the audit log', async () => {
  await ask('mutation { activateWorkflow(name: "close-call-on-order", includePast: false) { active } }');
  await order();
  await until(async () => (await runs()) === 1);
  expect(await ask('mutation { pauseAutomation(reason: "Looking into it") { paused reason pausedBy { name } } }')).toMatchObject({ pauseAutomation: { paused: true, reason: 'Looking into it', pausedBy: { name: expect.any(String) as string } } });
  await order();
  await until(async () => (await ask<{ automation: { eventsWaiting: number } }>('{ automation { eventsWaiting } }')).automation.eventsWaiting > 0);
  expect(await runs()).toBe(1);
  expect(await ask('mutation { resumeAutomation { paused } }')).toEqual({ resumeAutomation: { paused: false } });
  await until(async () => (await runs()) === 2);
  const { errors } = await admin.ask('mutation { resumeAutomation { paused } }');
  expect(errors?.[0]).toMatchObject({ message: 'Automation is not paused.', extensions: { code: 'CONFLICT' } });
  const { auditLog } = await ask<{ auditLog: { items: { sentences: string[] }[] } }>('{ auditLog(kinds: [AUTOMATION]) { items { sentences by { name } } } }');
  expect(auditLog.items.map(({ sentences }) => sentences[0])).toEqual(['Automation goes on; what waited is done.', 'All automation was stopped: Looking into it']);
});

it('tells of each workflow who changed it, how it fared and its limit; a runaway is paused and admins are told', async () => {
  const fields = 'name version changedBy { name } runsByHour failedLately pausedBecause hourlyLimit limitIsSet weight';
  const { limitWorkflow } = await ask<{ limitWorkflow: { runsByHour: number[] } }>(`mutation { limitWorkflow(name: "close-call-on-order", runsPerHour: 2) { ${fields} } }`);
  expect(limitWorkflow).toMatchObject({ version: 1, failedLately: 0, pausedBecause: null, hourlyLimit: 2, limitIsSet: true, weight: 1 });
  const { heavy, light } = await ask<{ heavy: object; light: object }>('mutation { heavy: weighWorkflow(name: "close-call-on-order", weight: 3) { weight limitIsSet } light: weighWorkflow(name: "close-call-on-order", weight: 1) { weight } }');
  expect([heavy, light]).toEqual([{ weight: 3, limitIsSet: true }, { weight: 1 }]);
  expect(limitWorkflow.runsByHour).toHaveLength(24);
  expect(limitWorkflow.runsByHour.at(-1)).toBe(2);
  await order();
  await until(async () => (await ask<{ notifications: { text: string }[] }>('{ notifications { text } }')).notifications.some(({ text }) => text.includes('was paused: it made 3 runs within an hour, more than 2')));
  const { resumeWorkflow } = await ask<{ resumeWorkflow: object }>('mutation { limitWorkflow(name: "close-call-on-order", runsPerHour: null) { name } resumeWorkflow(name: "close-call-on-order") { pausedBecause limitIsSet } }');
  expect(resumeWorkflow).toEqual({ pausedBecause: null, limitIsSet: false });
});

it('says which runs are to be tried again or ended', async () => {
  expect(await ask('{ parkedRuns { workflow count } }')).toEqual({ parkedRuns: [] });
  expect(await ask('mutation { retryRuns(runs: { group: { workflow: "close-call-on-order" } }) }')).toEqual({ retryRuns: 0 });
  const { errors } = await admin.ask('mutation { endRuns(runs: {}) }');
  expect(errors?.[0]?.message).toContain('Say which runs');
});
