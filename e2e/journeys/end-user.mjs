import assert from 'node:assert/strict';
import { askAs, see, seeNoMore, signIn, tick, until } from '../gestures.mjs';

const mei = { name: 'Mei Lin', email: 'mei@guanxi.local', password: 'a password of her own' };

export const journey = {
  name: 'end-user',
  async walk({ page, look, product, newPerson }) {
    await theAdminMakesHer({ product, newPerson });
    const { hers, others } = await prepare(product);
    await signIn(page, mei);
    await see(page.getByRole('heading', { name: /Mei/ }));
    assert.equal(await page.getByRole('link', { name: 'Open Setup' }).count(), 0);

    await page.getByRole('link', { name: 'Tasks' }).first().click();
    await tasksArePutOffAndDone(page, look, product);
    await page.getByRole('link', { name: /as a list$/ }).click();
    await see(page.getByRole('grid').getByText('Call Jade Teahouse'));
    await page.getByRole('grid').getByText('Call Jade Teahouse').click();
    const peek = page.getByRole('complementary', { name: 'Call Jade Teahouse, beside the list' });
    await see(peek.getByRole('group', { name: 'Subject' }));
    await look('peek');
    await peek.getByRole('button', { name: 'Open the whole page' }).click();
    await see(page.getByRole('heading', { name: 'Call Jade Teahouse', level: 1 }));
    await page.locator('#main').getByRole('link', { name: 'Jade Teahouse' }).first().click();

    await see(page.getByRole('heading', { name: 'Jade Teahouse', level: 1 }));
    await page.getByRole('tab', { name: /^Related/ }).click();
    await see(page.getByRole('grid', { name: 'Orders' }).getByText('2026'));
    await see(page.getByRole('grid', { name: 'Tasks' }).getByText('Call Jade Teahouse'));
    await look('customer');
    await page.getByRole('tab', { name: 'Overview' }).click();

    await editField(page, 'City', 'Tainan');
    await see(page.getByText('City saved'));
    assert.equal(await page.getByRole('button', { name: 'Edit Customer number' }).count(), 0);
    await mention(page, 'Admin', 'Please look at the spring prices for them.');
    await see(page.getByRole('complementary', { name: 'Activity' }).getByText('spring prices'));
    await look('commented');

    await theAdminIsTold({ product, newPerson });
    await theListIsFilteredSortedAndSearched({ page, look });
    await cellsAreEditedAndManyAtOnce({ product, newPerson, hers, others });
    await whatIsNotHersStaysClosed({ page, look, hers, others });
  },
};

async function theAdminMakesHer({ product, newPerson }) {
  const admin = await newPerson('end-user-made');
  await signIn(admin.page, product.admin);
  await admin.page.goto('/setup/users');
  await admin.page.getByRole('button', { name: 'New user' }).click();
  const sheet = admin.page.getByRole('dialog', { name: 'New user' });
  await sheet.getByRole('textbox', { name: 'Name' }).fill(mei.name);
  await sheet.getByRole('textbox', { name: 'E-mail' }).fill(mei.email);
  await sheet.getByRole('textbox', { name: 'First password' }).fill(mei.password);
  await tick(sheet, 'Sales');
  await admin.look('user');
  await sheet.getByRole('button', { name: 'Create user' }).click();
  await see(admin.page.getByRole('grid', { name: 'Users' }).getByText(mei.email));
  assert.deepEqual(await admin.close(), []);
}

async function prepare({ ask }) {
  const { users } = await ask('/metadata', '{ users { id email } }');
  const her = users.find(({ email }) => email === mei.email);
  const { hers, others } = await ask(
    '/graphql',
    `mutation ($owner: ID!) {
      hers: createCustomer(data: { name: "Jade Teahouse", customerNumber: "J-1", city: "Tainan City", country: "Taiwan", ownerId: $owner }) { id }
      others: createCustomer(data: { name: "Harbour Outfitters", customerNumber: "H-1", city: "Keelung", country: "Taiwan" }) { id }
    }`,
    { owner: her.id },
  );
  await ask(
    '/graphql',
    `mutation ($customer: ID!, $owner: ID!) {
      createOrder(data: { customerId: $customer, orderedOn: "2026-03-02", amount: "120.50", freight: "9.99" }) { id }
      createTask(data: { subject: "Call Jade Teahouse", type: "call", status: "open", customerId: $customer, ownerId: $owner, dueOn: "2026-12-01" }) { id }
    }`,
    { customer: hers.id, owner: her.id },
  );
  return { hers: hers.id, others: others.id };
}

/** One task is put off by a key and done by another, and that is taken back. */
async function tasksArePutOffAndDone(page, look, { ask }) {
  const task = page.getByRole('listitem', { name: 'Call Jade Teahouse' });
  await see(task);
  await task.focus();
  await page.keyboard.press('d');
  await page.getByRole('dialog', { name: 'Due' }).getByRole('button', { name: 'Tomorrow' }).click();
  await see(task.getByRole('button', { name: /, due: / }).getByText('tomorrow'));
  await look('tasks');
  await task.focus();
  await page.keyboard.press('Space');
  await seeNoMore(task);
  const statusIs = (wanted) => until(`the task is ${wanted}`, async () => (await ask('/graphql', '{ tasks(where: { subject: { eq: "Call Jade Teahouse" } }) { nodes { status } } }')).tasks.nodes[0].status === wanted);
  await statusIs('done');
  await page.getByText('Call Jade Teahouse is done').locator('xpath=ancestor::*[.//button][1]').getByRole('button', { name: 'Undo' }).click();
  await statusIs('open');
  await see(task);
}

async function editField(page, label, value) {
  await page.getByRole('group', { name: label, exact: true }).hover();
  await page.getByRole('button', { name: `Edit ${label}` }).click();
  const field = page.getByRole('textbox', { name: label });
  await field.fill(value);
  await field.press('Enter');
}

async function mention(page, name, text) {
  const composer = page.getByRole('combobox', { name: 'Write a comment' });
  await composer.click();
  await composer.pressSequentially(`@${name.slice(0, 3)}`, { delay: 30 });
  await see(page.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name }));
  await composer.press('Enter');
  await composer.pressSequentially(text);
  await composer.press('Control+Enter');
}

async function theAdminIsTold({ product, newPerson }) {
  const admin = await newPerson('end-user-admin');
  await signIn(admin.page, product.admin);
  await admin.page.getByRole('link', { name: 'Notifications' }).first().click();
  await see(admin.page.getByText('Mei Lin mentioned you'));
  await admin.look('mentioned');
  await admin.page.locator('#main').getByRole('link', { name: 'Jade Teahouse' }).first().click();
  await see(admin.page.getByRole('complementary', { name: 'Activity' }).getByText('spring prices'));
  assert.deepEqual(await admin.close(), []);
}

async function theListIsFilteredSortedAndSearched({ page, look }) {
  await page.getByRole('link', { name: 'Customers' }).first().click();
  await see(page.getByRole('grid'));
  await page.getByRole('link', { name: 'All customers' }).or(page.getByRole('link', { name: 'All', exact: true })).first().click();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Country' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Country' }).fill('Taiw');
  const city = page.getByRole('columnheader', { name: 'City' });
  await until('only customers of Taiwan', async () => (await firstNames(page)).split(',').toSorted().join() === 'Harbour Outfitters,Jade Teahouse');
  await page.keyboard.press('Escape');
  // A click while the popover is still open would only close it.
  await page.getByRole('dialog', { name: 'Change the filter on Country' }).waitFor({ state: 'hidden' });
  await city.click();
  await until('cities in ascending order', async () => (await city.getAttribute('aria-sort')) === 'ascending' && (await firstNames(page)) === 'Harbour Outfitters,Jade Teahouse');
  await city.click();
  await until('cities in descending order', async () => (await city.getAttribute('aria-sort')) === 'descending' && (await firstNames(page)) === 'Jade Teahouse,Harbour Outfitters');
  await look('filtered-and-sorted');
  await page.getByRole('button', { name: 'Remove the filter on Country' }).click();

  await page.getByRole('searchbox', { name: 'Search Customers' }).fill('eahou');
  await until('the customer found by a piece of its name', async () => (await firstNames(page)) === 'Jade Teahouse');
  await look('found');
}

/** The admin changes a cell, then several records at once, and takes both back. */
async function cellsAreEditedAndManyAtOnce({ product, newPerson, hers, others }) {
  const { page, look, close } = await newPerson('end-user-cells');
  await signIn(page, product.admin);
  await page.goto('/app/Customer?view=all&f=' + encodeURIComponent(JSON.stringify([['customerNumber', 'endsWith', '-1']])) + '&s=name');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await see(grid.getByRole('rowheader', { name: 'Harbour Outfitters' }));
  const cities = async () => (await product.ask('/graphql', 'query ($ids: [ID!]) { customers(where: { id: { in: $ids } }, orderBy: [{ name: ASC }]) { nodes { city status } } }', { ids: [hers, others] })).customers.nodes;

  const city = grid.getByRole('gridcell', { name: 'Keelung' });
  await city.click();
  await page.keyboard.type('Hualien');
  await page.keyboard.press('Enter');
  await see(page.getByText('City saved'));
  await until('the city is written', async () => (await cities())[0].city === 'Hualien');
  await page.keyboard.press('Control+z');
  await until('the city is taken back', async () => (await cities())[0].city === 'Keelung');

  await grid.getByRole('rowheader', { name: 'Harbour Outfitters' }).focus();
  await page.keyboard.press('x');
  await grid.getByRole('rowheader', { name: 'Jade Teahouse' }).focus();
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: 'Chosen records' }).getByRole('button', { name: 'Edit fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 2 Customers' });
  await see(dialog.getByText('2 will change'));
  await dialog.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Closed' }).click();
  await dialog.getByRole('button', { name: 'Change 2 records' }).click();
  await see(page.getByText('2 Customers changed').first());
  await look('changed-together');
  await until('both are closed', async () => (await cities()).every(({ status }) => status === 'closed'));
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await until('both are as they were', async () => (await cities()).every(({ status }) => status !== 'closed'));
  assert.deepEqual(await close(), []);
}

async function firstNames(page) {
  return (await page.getByRole('grid').getByRole('rowheader').allTextContents()).join();
}

async function whatIsNotHersStaysClosed({ page, look, hers, others }) {
  await page.goto(`/app/Customer/${others}`);
  await see(page.getByRole('heading', { name: 'Harbour Outfitters', level: 1 }));
  assert.equal(await page.getByRole('button', { name: 'Edit City' }).count(), 0, 'somebody else’s customer is only for reading');
  const refused = await askAs(page, '/graphql', 'mutation ($id: ID!) { updateCustomer(id: $id, data: { city: "Elsewhere" }) { id } }', { id: others });
  assert.ok(refused.errors, 'a customer of somebody else must not be changed');
  await look('of-somebody-else');

  await page.goto(`/app/Customer/${hers}`);
  await page.getByRole('tab', { name: /^Related/ }).click();
  await page.getByRole('grid', { name: 'Orders' }).getByRole('rowheader').first().click();
  await see(page.getByRole('group', { name: 'Amount' }));
  assert.equal(await page.getByText('Freight').count(), 0);
  await look('order-without-freight');

  const { data } = await askAs(page, '/graphql', '{ __type(name: "Order") { fields { name } } }');
  const fields = data.__type.fields.map(({ name }) => name);
  assert.ok(fields.includes('amount') && !fields.includes('freight'), `the schema tells ${fields.join()}`);
  assert.match((await askAs(page, '/graphql', '{ orders(first: 1) { nodes { freight } } }')).errors[0].message, /freight/);
  assert.ok((await askAs(page, '/graphql', 'mutation ($id: ID!) { deleteCustomer(id: $id) { id } }', { id: hers })).errors, 'she may not delete');

  await page.goto('/setup');
  await page.waitForURL('**/app/home');
  await seeNoMore(page.getByRole('link', { name: 'Open Setup' }));
  for (const query of ['{ permissionSets { name } }', '{ plan { baseRevision } }', 'mutation { saveDraft(documents: []) { problems { path } } }']) {
    const { errors } = await askAs(page, '/metadata', query);
    assert.equal(errors?.[0]?.extensions?.code, 'FORBIDDEN', `${query} → ${JSON.stringify(errors)}`);
  }
}
