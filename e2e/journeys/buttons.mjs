import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { see, seeNoMore, signIn, until } from '../gestures.mjs';

const workflow = {
  kind: 'workflow', name: 'thank-customer', title: 'Thank a customer', titles: { 'zh-TW': '感謝客戶' }, object: 'Customer',
  trigger: {
    button: {
      label: 'Thank', labels: { 'zh-TW': '致謝' },
      inputs: [
        { name: 'reason', title: 'What for', titles: { 'zh-TW': '原因' }, type: 'text', required: true },
        { name: 'amount', title: 'Gift up to', type: 'number' },
        { name: 'dueOn', title: 'By', type: 'date' },
        { name: 'personal', title: 'In person', type: 'boolean' },
      ],
    },
  },
  steps: [{ id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: "'Thank ' & name & ' for ' & $Run.reason", customer: 'id', type: "'call'", status: "'open'" } } }],
  guanxi: { id: 'w-thank-customer' },
};

/** People run workflows by hand: on one record with a form, and on several that they choose. */
export const journey = {
  name: 'buttons',
  async walk({ page, look, product }) {
    const customers = await makeReady(product);
    await signIn(page, product.admin);
    await onOneRecord(page, look, product, customers[0]);
    await onSeveral(page, look, product);
  },
};

async function makeReady({ ask }) {
  await publishDocuments({ ask }, [workflow]);
  await ask('/metadata', 'mutation { activateWorkflow(name: "thank-customer", includePast: false) { active } }');
  const made = await ask('/graphql', `mutation { ${['Thanked Ltd', 'Thanked too', 'Thanked also'].map((name, index) => `c${index}: createCustomer(data: { name: "${name}", customerNumber: "THANK-${index}" }, allowDuplicates: true) { id }`).join(' ')} }`);
  return Object.values(made).map(({ id }) => id);
}

const subjects = async ({ ask }, about) => (await ask('/graphql', 'query ($about: String!) { tasks(where: { subject: { contains: $about } }) { nodes { subject } } }', { about })).tasks.nodes.map(({ subject }) => subject).sort();

async function onOneRecord(page, look, product, id) {
  await page.goto(`/app/Customer/${id}`);
  await see(page.getByRole('heading', { name: 'Thanked Ltd' }));
  await page.getByRole('button', { name: 'Thank', exact: true }).click();
  const dialog = await see(page.getByRole('dialog', { name: 'Thank' }));
  await dialog.getByRole('textbox', { name: 'Gift up to' }).fill('20');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await see(dialog.getByText(/What for/).first());
  assert.deepEqual(await subjects(product, 'Thanked Ltd'), [], 'nothing runs while something is missing');
  await look('form-incomplete');
  await dialog.getByRole('textbox', { name: 'What for' }).fill('her patience');
  // What was missing is judged as the field is left.
  await page.keyboard.press('Tab');
  await seeNoMore(dialog.getByText('1 field needs your attention'));
  await look('form');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await seeNoMore(dialog);
  await see(page.getByText('“Thank” runs'));
  await until('the task is there', async () => (await subjects(product, 'Thanked Ltd')).length === 1);
  assert.deepEqual(await subjects(product, 'Thanked Ltd'), ['Thank Thanked Ltd for her patience']);
  await look('ran');
  await page.getByRole('button', { name: 'See the run' }).click();
  await see(page.getByRole('heading', { name: /Thank a customer|Thanked Ltd/ }).first());
  await look('run');
}

async function onSeveral(page, look, product) {
  await page.goto('/app/Customer?view=all&f=' + encodeURIComponent(JSON.stringify([['customerNumber', 'startsWith', 'THANK-']])) + '&s=name');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await see(grid.getByRole('rowheader', { name: 'Thanked too' }));
  for (const name of ['Thanked also', 'Thanked too']) {
    await grid.getByRole('rowheader', { name }).focus();
    await page.keyboard.press('x');
  }
  await page.getByRole('toolbar', { name: 'Chosen records' }).getByRole('button', { name: 'Run action' }).click();
  await look('run-menu');
  await page.getByRole('menuitem', { name: 'Thank' }).click();
  const dialog = await see(page.getByRole('dialog', { name: 'Thank' }));
  await see(dialog.getByText('It runs on 2 records.'));
  await dialog.getByRole('textbox', { name: 'What for' }).fill('their orders');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await see(page.getByText('“Thank” runs on 2 records'));
  await until('both tasks are there', async () => (await subjects(product, 'their orders')).length === 2);
  await look('ran-on-several');
}
