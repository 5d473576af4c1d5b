import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { see, signIn, until } from '../gestures.mjs';

const password = 'a very long password of theirs';
const helper = { email: 'hal.helper@guanxi.local', password, name: 'Hal Helper' };
const documents = [
  {
    kind: 'object', name: 'Voucher', title: 'Voucher', type: 'object', required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 80, guanxi: { id: 'e2e-voucher-name', type: 'text' } },
      worth: { type: 'string', format: 'decimal', title: 'Worth', guanxi: { id: 'e2e-voucher-worth', type: 'decimal', precision: 10, scale: 2 } },
    },
    guanxi: { id: 'e2e-voucher', titles: { 'zh-TW': '憑證', 'zh-CN': '凭证' }, icon: 'ticket', color: 'violet' },
  },
  { kind: 'permissions', name: 'vouchers', title: 'Vouchers', objects: { Voucher: { read: 'all', create: true, edit: 'all', fields: { worth: { read: false } } } }, setup: ['people'], guanxi: { id: 'e2e-vouchers' } },
  { kind: 'permissions', name: 'accounting', title: 'Accounting', objects: { Voucher: { read: 'all', delete: 'own', export: true } }, guanxi: { id: 'e2e-accounting' } },
];

/** A permission set is changed by keyboard, a group mutes part of two, and somebody with one area of Setup sees its pages alone. */
export const journey = {
  name: 'access',
  async walk({ page, look, product, newPerson }) {
    await prepare(product);
    await signIn(page, product.admin);
    await theMatrix(page, look, product);
    await theGroup(page, look, product);
    await theFields(page, look);
    const person = await newPerson('access-helper');
    try {
      await signIn(person.page, helper);
      await theHelper(person.page, person.look);
    } finally {
      assert.deepEqual(await person.close(), []);
    }
  },
};

async function prepare({ ask }) {
  await publishDocuments({ ask }, documents);
  await ask('/metadata', 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { ...helper, permissionSets: ['vouchers'] } });
}

async function theMatrix(page, look, product) {
  await page.goto('/setup/permissions');
  await see(page.getByRole('link', { name: 'Vouchers' }));
  await look('permission sets');
  await page.getByRole('link', { name: 'Vouchers' }).click();
  await page.getByRole('searchbox', { name: 'Search objects' }).fill('Voucher');
  await page.getByRole('gridcell', { name: 'Voucher, Read: All' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await see(page.getByRole('gridcell', { name: 'Voucher, Export: Yes' }));
  await page.keyboard.press('Home');
  for (const level of ['None', 'Own']) {
    await page.keyboard.press('Space');
    await see(page.getByRole('gridcell', { name: `Voucher, Read: ${level}` }));
  }
  await look('implied changes');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await see(page.getByRole('dialog').getByText('Voucher: Read from All to Own'));
  await look('differences');
  await page.getByRole('button', { name: 'Save in draft' }).click();
  await until('the set', async () => (await documentOf(product, 'vouchers')).objects.Voucher.read === 'own');
}

async function theGroup(page, look, product) {
  await page.goto('/setup/permissions');
  await page.getByRole('button', { name: 'New group' }).click();
  await page.getByLabel('Title').first().fill('Voucher desk');
  await page.getByRole('dialog').getByRole('button', { name: /Permission sets in this group/ }).click();
  for (const name of ['Vouchers', 'Accounting']) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create group' }).click();
  const cell = await see(page.getByRole('gridcell', { name: 'Voucher, Delete: Own' }));
  await cell.click();
  await see(page.getByRole('gridcell', { name: 'Voucher, Delete: muted, would be Own' }));
  await look('muting');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page.getByRole('button', { name: 'Save in draft' }).click();
  await until('the group', async () => (await documentOf(product, 'voucherDesk'))?.muted?.objects?.Voucher?.delete === true);
}

async function theFields(page, look) {
  await page.goto('/setup/permissions/fields/Voucher');
  await see(page.getByRole('gridcell', { name: /^Worth, Accounting Read: Yes, by the object/ }));
  await look('fields of an object');
}

async function theHelper(page, look) {
  await page.goto('/setup');
  const sidebar = page.getByRole('navigation', { name: 'Setup navigation' });
  await see(sidebar.getByRole('link', { name: 'Users' }));
  assert.equal(await sidebar.getByRole('link', { name: 'Objects' }).count(), 0);
  await look('one area');
  await page.goto('/setup/permissions');
  await see(page.getByText('This part of Setup is not open to you'));
  await look('a closed page');
  await page.goto('/app/Voucher');
  await see(page.getByRole('heading', { level: 1 }));
  assert.equal(await page.getByRole('button', { name: 'Export' }).count(), 0);
}

async function documentOf({ ask }, name) {
  const { documents: all } = await ask('/metadata', 'query { documents(draft: true) { name document } }');
  return all.find((one) => one.name === name)?.document;
}
