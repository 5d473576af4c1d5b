import assert from 'node:assert/strict';
import { choose, reviewAndPublish, see, seeNoMore, signIn } from '../gestures.mjs';

const NAME = 'Quinta Zephyr';

/** A person asks to be forgotten: found, given a copy, erased, with a certificate at the end. */
export const journey = {
  name: 'privacy',
  async walk({ page, look, product }) {
    const { createCustomer } = await product.ask('/graphql', 'mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data: { name: NAME, email: 'quinta@zephyr.example', phone: '+886912000111', notes: 'Likes tea' } });
    await signIn(page, product.admin);
    await page.goto('/setup/privacy');
    await see(page.getByRole('heading', { name: 'Privacy requests', level: 1 }));
    await look('empty');
    await openRequest(page, look);
    await erase(page, look);
    const { customer } = await product.ask('/graphql', 'query ($id: ID!) { customer(id: $id) { name email phone notes } }', { id: createCustomer.id });
    assert.deepEqual({ ...customer, name: customer.name.startsWith('Masked') }, { name: true, email: null, phone: null, notes: null });
    await keepNoLonger(page, look);
  },
};

async function openRequest(page, look) {
  await page.getByRole('button', { name: 'New request' }).first().click();
  const sheet = page.getByRole('dialog');
  await see(sheet);
  await look('new');
  await sheet.getByRole('searchbox').fill('zephyr');
  await see(sheet.getByText(NAME).first());
  await look('found');
  await sheet.getByText(NAME).first().click();
  await sheet.getByRole('radio', { name: /^Erasure/ }).locator('xpath=ancestor::label').click();
  await look('chosen');
  await sheet.getByRole('button', { name: 'Open request' }).click();
  await seeNoMore(sheet);
}

async function erase(page, look) {
  await see(page.getByRole('heading', { name: new RegExp(NAME) }));
  await page.getByRole('button', { name: 'Show what is kept' }).click();
  await see(page.getByText('Customer').first());
  await look('survey');
  await page.getByRole('button', { name: /^Erase/ }).first().click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await look('confirm');
  await dialog.getByRole('textbox').fill(NAME);
  await dialog.getByRole('button', { name: /Erase/ }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('heading', { name: 'Certificate' }));
  await look('certificate');
}

/** Customers are kept for so long: the rule is looked at, published and switched on with its numbers in view. */
async function keepNoLonger(page, look) {
  await page.goto('/setup/retention');
  await see(page.getByRole('heading', { name: 'Retention', level: 1 }));
  await look('retention-empty');
  await page.getByRole('button', { name: 'New rule' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Title' }).fill('Old customers');
  await choose(sheet, 'Object', 'Customer');
  await see(sheet.getByText(/records? (is|are) due, of/));
  await look('retention-rule');
  await sheet.getByRole('button', { name: 'Save draft' }).click();
  await seeNoMore(sheet);
  await reviewAndPublish(page);
  await page.getByRole('button', { name: 'Switch on' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Switch on/ });
  await see(dialog.getByText(/^No record is due now/));
  await look('retention-switch');
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('button', { name: 'Switch off' }));
  await look('retention-on');
}
