import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { choose, see, signIn, until } from '../gestures.mjs';

/** Public data beside the repository; a clone elsewhere does not have it. */
export const dataFolder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const journey = {
  name: 'import',
  async walk({ page, look, product }) {
    const folder = await mkdtemp(join(tmpdir(), 'guanxi-files-'));
    try {
      await signIn(page, product.admin);
      await wrongRowsComeBack({ page, look, product, folder });
      const orders = await chooseOrders(folder);
      await ordersComeIn({ page, look, product, orders });
      await theListComesInPages({ page, look });
      await aStoppedImportIsTakenBack({ page, look, product, orders });
      await page.goto('/setup/imports');
      await see(page.getByRole('table', { name: 'Import history' }).getByText('Stopped'));
      await look('history');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function wrongRowsComeBack({ page, look, product, folder }) {
  const file = join(folder, 'customers.csv');
  await writeFile(file, 'customerNumber,name,email,status\nW-1,Willow Press,willow@example.com,Active\nW-2,Wrong Address,not-an-address,Active\nW-3,,nameless@example.com,Active\nW-4,Odd Status,odd@example.com,sleeping\n');
  const before = await countRecords(product);
  await openFile(page, 'Customers', file);
  await page.getByRole('button', { name: 'Next' }).click();
  await mapColumns(page, { customerNumber: 'Customer number', name: 'Name', email: 'Email', status: 'Status' });
  await look('mapping');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await see(page.getByText('Some rows do not fit'), { timeout: 60_000 });
  await look('problems');
  // A value that the picklist does not know is mended by a rule, for every row at once.
  await choose(page, '"sleeping" (1 row)', 'Active');
  await page.getByRole('button', { name: 'Check again' }).click();
  await see(page.getByText('2 rows do not fit'), { timeout: 60_000 });
  await page.getByRole('button', { name: 'Show rows' }).first().click();
  await see(page.getByRole('table', { name: 'Rejected rows' }));
  await look('problems-mended');
  assert.deepEqual(await countRecords(product), before, 'a preview writes nothing');
  await page.getByRole('button', { name: 'Next' }).click();
  assert.equal(await figure(page, 'Would be created'), 2);
  await look('summary');

  await page.getByRole('button', { name: /^Import 2 rows/ }).click();
  await see(page.getByText('Imported, but some rows were left out'), { timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /rejected row/ }).click()]);
  const rejected = await readFile(await download.path(), 'utf8');
  for (const word of ['W-2', 'W-3', 'not-an-address']) assert.ok(rejected.includes(word), `rejected.csv tells ${word}:\n${rejected}`);
  assert.ok(!rejected.includes('Willow Press'), 'good rows are not rejected');
  await look('rejected');
  assert.deepEqual(await countRecords(product), { ...before, Customer: before.Customer + 2 });
}

/** For people to whom rows that come and go while they read are in the way. */
async function theListComesInPages({ page, look }) {
  await page.goto('/app/preferences');
  const paged = page.getByRole('switch', { name: /^Lists in pages/ });
  await paged.press('Space');
  await page.goto('/app/Order');
  await see(page.getByText(/^Page 1 of /));
  await page.getByRole('button', { name: 'Next page' }).click();
  await see(page.getByText(/^51–100 of /));
  const grid = page.getByRole('grid');
  await see(grid.locator('[aria-rowindex="52"] [role="gridcell"]').nth(1));
  assert.equal(await grid.locator('[aria-rowindex="2"]').count(), 0, 'the first page is gone');
  await look('second-page');
  await page.goto('/app/preferences');
  await paged.press('Space');
}

/** Enough that an import of them can be stopped on its way. */
const MADE_ORDERS = 40_000;
const MADE_CUSTOMERS = 9_000;

/** CDNOW's purchases; where they are not at hand, a small file in their place, which is said. */
async function chooseOrders(folder) {
  const file = join(dataFolder, 'cdnow/transactions.csv');
  if (existsSync(file)) return { file, name: 'transactions.csv', orders: 69_659, customers: 23_570, cents: 250_031_563n };
  console.log(`  (no ${file}: a made file of ${MADE_ORDERS} orders stands in for CDNOW)`);
  const made = join(folder, 'transactions.csv');
  const rows = Array.from({ length: MADE_ORDERS }, (_, index) => `c-${index % MADE_CUSTOMERS},1997-${String((index % 12) + 1).padStart(2, '0')}-12,1,12.50`);
  await writeFile(made, `customer_id,date,quantity,amount\n${rows.join('\n')}\n`);
  return { file: made, name: 'transactions.csv', orders: MADE_ORDERS, customers: MADE_CUSTOMERS, cents: BigInt(MADE_ORDERS) * 1_250n };
}

async function ordersComeIn({ page, look, product, orders }) {
  const before = await countRecords(product);
  const began = new Date().toISOString();
  await openFile(page, 'Orders', orders.file);
  await look('orders-file');
  await page.getByRole('button', { name: 'Next' }).click();
  await see(page.getByText('4 of 4 columns are taken over.'));
  await see(page.getByRole('checkbox', { name: /Make missing Customers/, checked: true }));
  await look('orders-mapping');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await see(page.getByText('All rows fit'), { timeout: 180_000 });
  await page.getByRole('button', { name: 'Next' }).click();
  assert.equal(await figure(page, 'Would be created'), orders.orders);
  assert.equal(await figure(page, 'Customers would be made'), orders.customers);
  await look('orders-checked');
  assert.deepEqual(await countRecords(product), before, 'a preview writes nothing');

  await page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click();
  await see(page.getByText('Every row is in.'), { timeout: 180_000 });
  await look('orders-imported');
  assert.deepEqual(await countRecords(product), { ...before, Order: before.Order + orders.orders, Customer: before.Customer + orders.customers });
  assert.equal(await sumAmounts(product, began), orders.cents, 'the amounts add up');
  await page.getByRole('link', { name: 'Open Orders' }).click();
  await see(page.getByRole('grid').getByRole('rowheader'));
  await look('orders-list');
}

async function aStoppedImportIsTakenBack({ page, look, product, orders }) {
  const before = await countRecords(product);
  await openFile(page, 'Orders', orders.file);
  await page.getByRole('button', { name: 'Next' }).click();
  await see(page.getByText('4 of 4 columns are taken over.'));
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await see(page.getByText('All rows fit'), { timeout: 180_000 });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: 10_000 });
  await see(page.getByText(/Nothing was written\.|What had come in until then stays/), { timeout: 120_000 });
  await look('stopped');
  const undo = page.getByRole('button', { name: 'Undo import' });
  if (await undo.isVisible()) {
    await undo.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo import' }).click();
    await see(page.getByText('The import was undone'), { timeout: 120_000 });
    await look('undone');
  }
  const after = await countRecords(product);
  assert.equal(after.Order, before.Order, 'a stopped import can be taken back whole');
}

/** After the simulation, whose numbers are those of CDNOW alone. */
export const northwindJourney = {
  name: 'import-northwind',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await northwindComesIn({ page, look, product });
  },
};

async function northwindComesIn({ page, look, product }) {
  const folder = join(dataFolder, 'northwind');
  if (!existsSync(folder)) return console.log(`  (no ${folder}: Northwind is left out)`);
  const before = await countRecords(product);
  await importFile(page, 'Customers', join(folder, 'customers.csv'), { customer_id: 'Customer number', company_name: 'Name', contact_name: 'Contact', address: 'Address', city: 'City', country: 'Country', phone: 'Phone' }, 'Customer number');
  await look('northwind-customers');
  await importFile(page, 'Orders', join(folder, 'orders.csv'), { order_id: 'Shop order number', customer_id: 'Customer', order_date: 'Ordered on', shipped_date: 'Shipped on', freight: 'Freight' }, 'Shop order number');
  await look('northwind-orders');
  assert.deepEqual(await countRecords(product), { ...before, Customer: before.Customer + 91, Order: before.Order + 830 });
  const { customers } = await product.ask('/graphql', '{ customers(where: { customerNumber: { eq: "QUICK" } }) { nodes { name country orders(first: 1) { totalCount } } } }');
  assert.deepEqual(customers.nodes, [{ name: 'QUICK-Stop', country: 'Germany', orders: { totalCount: 28 } }]);
}

async function importFile(page, object, file, mapping, matchBy) {
  await openFile(page, object, file);
  await page.getByRole('button', { name: 'Next' }).click();
  await mapColumns(page, mapping);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /New or known/ }).locator('xpath=ancestor::label').click();
  await see(page.getByText(matchBy).first());
  await page.getByRole('button', { name: 'Check the file' }).click();
  await see(page.getByText('All rows fit'), { timeout: 60_000 });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /^Import \d+ rows/ }).click();
  await see(page.getByText('Every row is in.'), { timeout: 60_000 });
}

async function openFile(page, object, file) {
  await page.goto('/setup/import');
  await choose(page, 'Import into', object);
  await page.locator('input[type=file]').setInputFiles(file);
  await see(page.getByRole('region', { name: 'First rows' }), { timeout: 60_000 });
}

/** Each column that is named goes into its field; every other one is left out. */
async function mapColumns(page, wanted) {
  const rows = page.getByRole('table', { name: 'Columns' }).getByRole('row').filter({ has: page.getByRole('rowheader') });
  await see(rows);
  for (const row of await rows.all()) {
    const column = (await row.getByRole('rowheader').textContent()).trim();
    const field = row.getByRole('combobox', { name: `Field for the column ${column}` });
    const now = await field.inputValue();
    if (now === (wanted[column] ?? '')) continue;
    if (!wanted[column]) await row.getByRole('button', { name: 'Clear' }).click();
    else {
      await field.fill(wanted[column]);
      await page.getByRole('option', { name: wanted[column] }).first().click();
      await until(`${column} goes into ${wanted[column]}`, async () => (await field.inputValue()) === wanted[column], { seconds: 5 });
    }
  }
}

async function figure(page, label) {
  const text = await page.locator('dl div').filter({ has: page.getByText(label, { exact: true }) }).getByRole('definition').textContent();
  return Number(text.replaceAll(',', ''));
}

async function countRecords({ ask }) {
  const { objectCounts } = await ask('/metadata', '{ objectCounts { object records } }');
  return Object.fromEntries(objectCounts.map(({ object, records }) => [object, records]));
}

/** In cents, over every page of the orders made since then. */
async function sumAmounts({ ask }, since) {
  let cents = 0n;
  for (let after = null; ; ) {
    const { orders } = await ask('/graphql', 'query ($since: DateTime!, $after: String) { orders(where: { createdAt: { gte: $since } }, first: 1000, after: $after) { nodes { amount } pageInfo { hasNextPage endCursor } } }', { since, after });
    for (const { amount } of orders.nodes) cents += BigInt(amount.replace('.', ''));
    if (!orders.pageInfo.hasNextPage) return cents;
    after = orders.pageInfo.endCursor;
  }
}
