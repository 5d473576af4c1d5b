import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { publishDocuments } from '../documents.mjs';
import { see, seeNoMore, signIn, until } from '../gestures.mjs';

export const journey = {
  name: 'apps-and-sandboxes',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await groupNavigation(page, look, product);
    const bundle = await exportApp(page);
    await installWhatComesAlong(page, look);
    await upgradeWithConflict(page, look, product, bundle);
    await tryInSandbox(page, look, product);
  },
};

async function groupNavigation(page, look, product) {
  await page.goto('/setup/apps/winback');
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  await fillEntry(page, { Title: 'Follow-up' });
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await fillEntry(page, { Title: 'Handbook', Address: 'https://example.com/handbook' });
  // The line above the group goes into it.
  const above = (await page.getByRole('list', { name: 'Navigation' }).locator(':scope > li').allInnerTexts()).at(-3).trim();
  await page.getByRole('button', { name: `Move ${above} down`, exact: true }).click();
  await look('navigation');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await publish(page, product);

  await page.goto('/app/home');
  const sidebar = page.getByRole('navigation', { name: 'Main navigation' });
  await see(sidebar.getByRole('heading', { name: 'Follow-up' }));
  assert.equal(await sidebar.getByRole('link', { name: 'Handbook' }).getAttribute('href'), 'https://example.com/handbook');
  await look('sidebar');
}

async function fillEntry(page, values) {
  const dialog = await see(page.getByRole('dialog'));
  for (const [label, value] of Object.entries(values)) await dialog.getByRole('textbox', { name: label }).fill(value);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await seeNoMore(dialog);
}

async function exportApp(page) {
  await page.goto('/setup/apps/winback');
  const button = await see(page.getByRole('button', { name: 'Export file' }));
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

/** Consent comes with the product and is installed with one press. */
async function installWhatComesAlong(page, look) {
  await page.goto('/setup/apps');
  const offered = await see(page.getByRole('region', { name: 'Comes with Guanxi' }));
  await look('offered');
  await offered.getByRole('button', { name: 'Install Consent' }).click();
  const sheet = await see(page.getByRole('dialog'));
  await sheet.getByRole('button', { name: 'Install', exact: true }).click();
  await seeNoMore(sheet);
  await see(page.getByRole('link', { name: 'Consent' }));
  await seeNoMore(offered);
  await page.goto('/app/Consent');
  await see(page.getByRole('heading', { name: /Consent/ }).first());
}

/** The publisher and the admin have given one view two new titles. */
async function upgradeWithConflict(page, look, product, bundle) {
  const name = 'Order.recent';
  const { documents } = await product.ask('/metadata', '{ documents(draft: false) { kind name document } }');
  const own = documents.find((one) => one.name === name).document;
  // The app came with its permission sets, and the next version has them too.
  const sets = documents.filter(({ kind, name: set }) => kind === 'permissions' && !bundle.documents.some((one) => one.kind === kind && one.name === set)).map(({ document }) => document);
  await publishDocuments(product, [{ ...own, title: 'Orders as we call them' }]);

  const next = { ...bundle, app: { ...bundle.app, version: '9.0.0' }, documents: [...bundle.documents, ...sets].map((document) => (document.kind === 'view' && document.name === name ? { ...document, title: 'Orders of late' } : document)) };
  await page.goto('/setup/apps');
  await see(page.getByRole('link', { name: 'Winback' }));
  await page.getByLabel('App file').setInputFiles({ name: 'winback-9.0.0.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(next)) });
  const sheet = await see(page.getByRole('dialog'));
  await see(sheet.getByRole('region', { name: 'Changed on both sides' }));
  await look('upgrade-conflict');
  await sheet.getByText('Take what the app brings').last().click();
  await sheet.getByRole('button', { name: 'Upgrade', exact: true }).click();
  await seeNoMore(sheet);
  assert.equal(await titleOf(product, name), 'Orders of late');
}

async function tryInSandbox(page, look, product) {
  await page.goto('/setup/sandboxes');
  await page.getByRole('button', { name: 'New sandbox' }).first().click();
  const sheet = await see(page.getByRole('dialog', { name: 'New sandbox' }));
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Spring');
  await sheet.getByText('No records').click();
  await sheet.getByRole('button', { name: 'Create sandbox' }).click();
  await see(page.getByText('Ready', { exact: true }), { timeout: 60_000 });
  await look('sandbox');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  const strip = await see(page.getByText('You are working in the sandbox Spring.'));

  await page.goto('/setup/objects/Order?tab=views');
  await page.getByRole('button', { name: 'Orders of late', exact: true }).click();
  const view = await see(page.getByRole('dialog', { name: 'Edit view' }));
  await view.getByRole('textbox', { name: 'Title' }).first().fill('Orders of this spring');
  await view.getByRole('button', { name: 'Save', exact: true }).click();
  await seeNoMore(view);
  await publishBar(page).click();
  await seeNoMore(publishBar(page));
  await look('in-sandbox');
  await page.getByRole('button', { name: 'Leave', exact: true }).first().click();
  await seeNoMore(strip);

  await page.getByRole('button', { name: 'Actions for Spring' }).click();
  await page.getByRole('menuitem', { name: 'Promote changes…' }).click();
  const promotion = await see(page.getByRole('dialog'));
  await see(promotion.getByRole('region', { name: 'What changes' }).getByText('Order.recent'));
  await look('promotion');
  await promotion.getByRole('button', { name: 'Publish in the org' }).click();
  await seeNoMore(promotion);
  assert.equal(await titleOf(product, 'Order.recent'), 'Orders of this spring');

  await page.getByRole('button', { name: 'Actions for Spring' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await see(page.getByText('No sandbox yet'));
}

const publishBar = (page) => page.getByRole('button', { name: 'Publish', exact: true });

async function publish(page, { ask }) {
  await publishBar(page).click();
  await until('the draft is published', async () => (await ask('/metadata', '{ documents(draft: true) { state } }')).documents.every(({ state }) => state === 'PUBLISHED'));
}

async function titleOf({ ask }, name) {
  return (await ask('/metadata', '{ documents(draft: false) { name document } }')).documents.find((one) => one.name === name).document.title;
}
