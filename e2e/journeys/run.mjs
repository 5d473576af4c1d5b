import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { choose, findRecord, see, seeNoMore, signIn, typeDate, until } from '../gestures.mjs';

const DAY_MS = 86_400_000;

export const journey = {
  name: 'run',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    try {
      await switchOn(page, look, product);
      const customer = await aCustomerFallsQuiet(product);
      await exactlyOneCall(product, customer);
      await theRunIsTold(page, look);
      // Not before: the order that makes the call due is a new one too, and would close it.
      await switchOnTheOther(page);
      await anOrderClosesTheCall(page, look, product, customer);
      await whyNone(page, look);
      await aCalendarALetterAndAMail(page, look, product);
    } finally {
      // What is brought in next is old history, which nobody is to be called about.
      await product.ask('/metadata', 'mutation { call: deactivateWorkflow(name: "winback-call") { active } close: deactivateWorkflow(name: "close-call-on-order") { active } }');
    }
  },
};

/** One customer has been quiet for long: the page asks about those, and they are included. */
async function switchOn(page, look, { ask }) {
  const { createCustomer } = await ask('/graphql', 'mutation { createCustomer(data: { name: "Old Friend", customerNumber: "O-1" }) { id } }');
  await ask('/graphql', 'mutation ($id: ID!, $day: Date!) { createOrder(data: { customerId: $id, orderedOn: $day, amount: "7.00" }) { id } }', { id: createCustomer.id, day: day(-100) });
  await page.goto('/setup/workflows/winback-call');
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Switch on/ });
  await see(dialog.getByText('record is past the line already'));
  await dialog.getByRole('radio', { name: 'Include it' }).locator('xpath=ancestor::label').click();
  await look('switch-on');
  await dialog.getByRole('button', { name: 'Switch on and run 1' }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('button', { name: 'Switch off' }));
  await look('on');
  await until('a call task for Old Friend', async () => (await tasksOf(ask, createCustomer.id)).length === 1, { seconds: 60 });
}

async function switchOnTheOther(page) {
  await page.goto('/setup/workflows/close-call-on-order');
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Switch on/ });
  await dialog.getByRole('button', { name: 'Switch on', exact: true }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('button', { name: 'Switch off' }));
}

/** The last order's day and thirty more are over: the line was crossed when this day began. The worker dies while it is at it. */
async function aCustomerFallsQuiet({ ask, workers }) {
  const { createCustomer } = await ask('/graphql', 'mutation { createCustomer(data: { name: "Maple Bakery", customerNumber: "M-1" }) { id } }');
  const [worker] = await workers();
  assert.ok(worker, 'there is a worker');
  await ask('/graphql', 'mutation ($id: ID!, $day: Date!) { createOrder(data: { customerId: $id, orderedOn: $day, amount: "18.00" }) { id } }', { id: createCustomer.id, day: day(-31) });
  await wait(150);
  process.kill(worker, 'SIGKILL');
  return createCustomer.id;
}

async function exactlyOneCall({ ask, workers }, customer) {
  const tasks = () => tasksOf(ask, customer);
  const [task] = await until('a call task for Maple Bakery', async () => (await tasks()).length > 0 && tasks(), { seconds: 60 });
  assert.deepEqual({ ...task, id: '' }, { id: '', type: 'call', status: 'open', subject: 'Call Maple Bakery: no order for 30 days', dueOn: day(2), owner: { name: 'Admin' } });
  // And once more, now that it is done: nothing may come of it again.
  const [worker] = await until('a new worker', async () => { const found = await workers(); return found.length > 0 && found; });
  process.kill(worker, 'SIGKILL');
  await until('a worker after that', async () => { const [found] = await workers(); return found && found !== worker; });
  await wait(5_000);
  assert.equal((await tasks()).length, 1, 'exactly one call');
}

async function theRunIsTold(page, look) {
  await page.goto('/setup/workflows/winback-call');
  await page.getByRole('tab', { name: /^Runs/ }).click();
  await page.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'Maple Bakery' }).click();
  await see(page.getByText('Create a call task'));
  await see(page.getByText('Done').first());
  await look('trace');
}

async function anOrderClosesTheCall(page, look, { ask }, customer) {
  await ask('/graphql', 'mutation ($id: ID!, $day: Date!) { createOrder(data: { customerId: $id, orderedOn: $day, amount: "20.00" }) { id } }', { id: customer, day: day(0) });
  await until('the call is done', async () => (await tasksOf(ask, customer))[0].status === 'done', { seconds: 60 });
  await page.goto(`/app/Customer/${customer}`);
  await page.getByRole('tab', { name: /^Related/ }).click();
  await see(page.getByRole('grid', { name: 'Tasks' }).getByText('Done'));
  await look('call-is-closed');
}

async function whyNone(page, look) {
  await page.goto('/setup/workflows/winback-call');
  await page.getByRole('tab', { name: /^Why/ }).click();
  await findRecord(page, 'Record', 'Quayside Cycles');
  await see(page.getByText('It did not run'));
  await look('why-not');
}

/** A day on which nobody works, a letter and a mail with a customer's name in them; none is published. */
async function aCalendarALetterAndAMail(page, look, { ask }) {
  await makeDocument(page, '/setup/calendars', 'New calendar', 'Create calendar', 'Main office');
  const holidays = page.getByRole('region', { name: 'Holidays and other days' });
  const today = new Date();
  await typeDate(holidays, 'Date', { year: today.getUTCFullYear(), month: today.getUTCMonth() + 1, day: today.getUTCDate() });
  await holidays.getByRole('textbox', { name: 'Name', exact: true }).fill('Founding day');
  await holidays.getByRole('button', { name: 'Add', exact: true }).click();
  await see(page.getByTitle('Founding day · Free'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('Main office is saved in the draft.', { exact: false }));
  await look('calendar');

  await makeDocument(page, '/setup/letters', 'New document template', 'Create', 'Thank you', 'Customer');
  const preview = page.getByRole('region', { name: 'Preview' });
  await findRecord(preview, 'Record', 'Old Friend');
  const link = preview.getByRole('link', { name: 'Download' });
  await see(link, { timeout: 60_000 });
  const file = await page.request.get(await link.getAttribute('href'));
  assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-', 'the preview is a PDF');
  await look('letter');

  await makeDocument(page, '/setup/messages', 'New template', 'Create template', 'Welcome back', 'Customer');
  for (const language of ['English', '繁體中文', '简体中文']) await see(page.getByRole('region', { name: language }).getByLabel('Subject'));
  const mail = page.getByRole('region', { name: 'Preview' });
  await findRecord(mail, 'Record to preview with', 'Old Friend');
  await see(page.frameLocator('iframe').getByText('Old Friend', { exact: false }));
  await mail.getByRole('radio', { name: '繁體中文' }).click();
  await see(page.getByTitle('Preview in 繁體中文'));
  await page.getByRole('region', { name: 'English' }).getByLabel('Subject').click();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await page.keyboard.press('Control+Enter');
  // Whoever walked here before may have set a server.
  await see(page.getByText(/^(Sent to|Not sent:|The server did not take it)/));
  await look('message');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('Welcome back is saved in the draft'));
  await page.goto('/setup/mail');
  await see(page.getByRole('table').getByText('Old Friend，感謝您').first());
  await look('outbox');
  await ask('/metadata', 'mutation { discardDraft }');
}

async function makeDocument(page, path, opener, maker, title, about) {
  await page.goto(path);
  await page.getByRole('button', { name: opener }).first().click();
  const dialog = page.getByRole('dialog', { name: opener });
  await dialog.getByRole('textbox').first().fill(title);
  if (about) await choose(dialog, /message/.test(path) ? 'About a record of' : 'Made of', about);
  await dialog.getByRole('button', { name: maker, exact: true }).click();
  await seeNoMore(dialog);
}

async function tasksOf(ask, customer) {
  const { tasks } = await ask('/graphql', 'query ($id: ID!) { tasks(where: { customerId: { eq: $id } }) { nodes { id type status subject dueOn owner { name } } } }', { id: customer });
  return tasks.nodes;
}

/** A day so many days from now, in UTC: the time zone of the org. */
function day(offset) {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}
