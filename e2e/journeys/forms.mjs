import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { choose, see, seeNoMore, signIn, until } from '../gestures.mjs';

/** New records: what is there already, drafts, one after the other, a record made for a lookup, and a form too long for a dialog; then many at once, a search that is kept, and groups gone through by the keyboard. */
export const journey = {
  name: 'forms',
  async walk({ page, look, product }) {
    await prepare(product);
    await signIn(page, product.admin);
    await similarCustomersAreSeenWhileTyping({ page, look });
    await whatWasTypedIsOfferedBack({ page, look });
    await oneRecordFollowsAnother({ page, product });
    await aLookupMakesWhatItDoesNotFind({ page, look, product });
    await aLongFormIsAPage({ page, look, product });
    await whatARuleRefusesIsLeftOut({ page, look, product });
    await anActionIsRunOnMany({ page, product });
    await whatIsPastedIsOneOperation({ page, product });
    await aSearchIsKept({ page, look });
    await groupsAreGoneThroughBesideTheList({ page, look });
  },
};

async function prepare({ ask }) {
  const { documents } = await ask('/metadata', '{ documents(draft: false) { kind name document } }');
  const { document: customer } = documents.find(({ kind, name }) => kind === 'object' && name === 'Customer');
  const rule = { id: '80000000-0000-4000-8000-000000000021', name: 'likeName', title: 'Like name', match: [{ field: 'name', how: 'fuzzy', threshold: 0.5 }], onSave: 'warn' };
  const refusal = { id: '80000000-0000-4000-8000-000000000023', name: 'staysAway', title: 'Stays away', when: 'AND(name = "Ferryman Coffee", city = "Keelung")', message: 'Ferryman Coffee is not in Keelung.' };
  const pause = { kind: 'action', name: 'pause', title: 'Pause', object: 'Customer', do: { update: { values: { status: "'paused'" } } } };
  const notes = Array.from({ length: 13 }, (_, index) => [`note${index + 1}`, { title: `Note ${index + 1}`, type: 'string', guanxi: { type: 'text' } }]);
  const venue = { kind: 'object', name: 'Venue', title: 'Venue', type: 'object', properties: { name: { title: 'Name', type: 'string', guanxi: { type: 'text' } }, ...Object.fromEntries(notes) }, guanxi: { nameField: 'name', icon: 'map-pin', color: 'teal' } };
  await publishDocuments({ ask }, [{ ...customer, guanxi: { ...customer.guanxi, duplicates: [rule], rules: [...(customer.guanxi.rules ?? []), refusal] } }, venue, pause]);
  await ask('/graphql', 'mutation { createCustomer(data: { name: "Ferryman Coffee" }) { id } }');
}

const newCustomer = (page) => page.getByRole('dialog', { name: 'New Customer' });

async function draftsOf(page) {
  const { origins } = await page.context().storageState();
  return origins.flatMap(({ localStorage }) => localStorage).filter(({ name }) => name.startsWith('guanxi.draft.')).map(({ value }) => value);
}

async function similarCustomersAreSeenWhileTyping({ page, look }) {
  await page.goto('/app/Customer?view=all&create=true');
  const dialog = newCustomer(page);
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Fery man Coffee');
  await see(dialog.getByText('1 similar record exists'));
  await see(dialog.getByRole('link', { name: 'Ferryman Coffee' }));
  await look('similar');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Lantern Books');
  await seeNoMore(dialog.getByText('1 similar record exists'));
}

async function whatWasTypedIsOfferedBack({ page, look }) {
  await newCustomer(page).getByRole('textbox', { name: 'City' }).fill('Hsinchu');
  await until('the draft is kept', async () => (await draftsOf(page)).some((draft) => draft.includes('Hsinchu')));
  page.once('dialog', (leaving) => void leaving.accept());
  await page.reload();
  const dialog = newCustomer(page);
  await see(dialog.getByText(/unsaved draft/));
  await look('draft');
  await dialog.getByRole('button', { name: 'Restore draft' }).click();
  await until('what was typed is back', async () => (await dialog.getByRole('textbox', { name: 'City' }).inputValue()) === 'Hsinchu');
  assert.equal(await dialog.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'Lantern Books');
  await page.keyboard.press('Escape');
  const asking = page.getByRole('alertdialog', { name: 'Discard the new Customer?' });
  await asking.getByRole('button', { name: 'Keep editing' }).click();
  await seeNoMore(asking);
}

async function oneRecordFollowsAnother({ page, product }) {
  const dialog = newCustomer(page);
  await dialog.getByRole('textbox', { name: 'City' }).press('Control+Shift+Enter');
  await see(page.getByText('“Lantern Books” created'));
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
  await until('the form is blank again', async () => (await name.inputValue()) === '');
  await name.fill('Umbrella Noodles');
  await name.press('Control+Enter');
  await seeNoMore(dialog);
  assert.deepEqual(await draftsOf(page), []);
  const { customers } = await product.ask('/graphql', '{ customers(where: { name: { in: ["Lantern Books", "Umbrella Noodles"] } }, orderBy: [{ name: ASC }]) { nodes { name city } } }');
  assert.deepEqual(customers.nodes, [{ name: 'Lantern Books', city: 'Hsinchu' }, { name: 'Umbrella Noodles', city: null }]);
}

async function aLookupMakesWhatItDoesNotFind({ page, look, product }) {
  await page.goto('/app/Task?view=all&create=true');
  const task = page.getByRole('dialog', { name: 'New Task' });
  await task.getByRole('textbox', { name: 'Subject' }).fill('Taste the new blend');
  const customer = task.getByRole('combobox', { name: 'Customer' });
  await customer.fill('Orchid Roasters');
  await page.getByRole('option', { name: 'Create “Orchid Roasters”…' }).click();
  const nested = newCustomer(page);
  await until('its name is there', async () => (await nested.getByRole('textbox', { name: 'Name', exact: true }).inputValue()) === 'Orchid Roasters');
  await look('create-in-place');
  await page.keyboard.press('Escape');
  await seeNoMore(nested);
  assert.equal(await task.getByRole('textbox', { name: 'Subject' }).inputValue(), 'Taste the new blend');

  await customer.fill('Orchid Roasters');
  await page.getByRole('option', { name: 'Create “Orchid Roasters”…' }).click();
  await nested.getByRole('textbox', { name: 'City' }).fill('Chiayi');
  await nested.getByRole('textbox', { name: 'City' }).press('Control+Enter');
  await seeNoMore(nested);
  await until('the new customer is chosen', async () => (await customer.inputValue()) === 'Orchid Roasters');
  await look('chosen');
  for (const [label, option] of [['Type', 'Call'], ['Status', 'Open']]) if (await task.getByRole('button', { name: new RegExp(`Choose.*${label}$`) }).count()) await choose(task, label, option);
  await task.getByRole('button', { name: 'Create Task' }).click();
  await seeNoMore(task);
  const { tasks } = await product.ask('/graphql', '{ tasks(where: { subject: { eq: "Taste the new blend" } }) { nodes { customer { name city } } } }');
  assert.deepEqual(tasks.nodes, [{ customer: { name: 'Orchid Roasters', city: 'Chiayi' } }]);
}

async function aLongFormIsAPage({ page, look, product }) {
  await page.goto('/app/Venue?create=true');
  await page.waitForURL('**/app/Venue/new');
  await see(page.getByRole('heading', { name: 'New Venue', level: 1 }));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour Hall');
  await look('page');
  await page.getByRole('link', { name: 'Customers' }).first().click();
  const asking = page.getByRole('alertdialog', { name: 'Discard the new Venue?' });
  await asking.getByRole('button', { name: 'Keep editing' }).click();
  await seeNoMore(asking);
  await page.getByRole('textbox', { name: 'Note 13' }).fill('By the water');
  await page.getByRole('textbox', { name: 'Note 13' }).press('Control+Enter');
  await see(page.getByRole('heading', { name: 'Harbour Hall', level: 1 }));
  const { venues } = await product.ask('/graphql', '{ venues { nodes { name note13 } } }');
  assert.deepEqual(venues.nodes, [{ name: 'Harbour Hall', note13: 'By the water' }]);
}

const three = ['Ferryman Coffee', 'Lantern Books', 'Umbrella Noodles'];

async function threeOf({ ask }) {
  return (await ask('/graphql', 'query ($names: [String!]) { customers(where: { name: { in: $names } }, orderBy: [{ name: ASC }]) { nodes { city status } } }', { names: three })).customers.nodes;
}

async function chooseThree(page) {
  await page.goto(`/app/Customer?view=all&s=name&f=${encodeURIComponent(JSON.stringify([['name', 'in', three]]))}`);
  const grid = page.getByRole('grid', { name: 'Customers' });
  for (const name of three) {
    await grid.getByRole('rowheader', { name }).focus();
    await page.keyboard.press('x');
  }
  return page.getByRole('toolbar', { name: 'Chosen records' });
}

async function whatARuleRefusesIsLeftOut({ page, look, product }) {
  await (await chooseThree(page)).getByRole('button', { name: 'Edit fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 3 Customers' });
  await dialog.getByRole('combobox', { name: 'Field' }).fill('City');
  await page.getByRole('option', { name: 'City' }).click();
  await dialog.getByRole('textbox', { name: 'City' }).fill('Keelung');
  await dialog.getByRole('button', { name: 'Change 3 records' }).click();
  await see(dialog.getByText('Ferryman Coffee is not in Keelung.'));
  assert.ok((await threeOf(product)).every(({ city }) => city !== 'Keelung'), 'nothing is changed while nobody has said so');
  await look('refused');
  await dialog.getByRole('button', { name: 'Change the others' }).click();
  const left = page.getByRole('dialog', { name: '1 Customer was left as it is' });
  await see(left.getByRole('row', { name: /Ferryman Coffee.*not in Keelung/ }));
  await look('left-out');
  const [file] = await Promise.all([page.waitForEvent('download'), left.getByRole('button', { name: 'Download the list' }).click()]);
  assert.equal(file.suggestedFilename(), 'Customer-left-out.csv');
  await left.getByRole('button', { name: 'Done' }).click();
  assert.deepEqual((await threeOf(product)).map(({ city }) => city), [null, 'Keelung', 'Keelung']);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await until('all are as they were', async () => (await threeOf(product)).every(({ city }) => city !== 'Keelung'));
}

async function anActionIsRunOnMany({ page, product }) {
  await (await chooseThree(page)).getByRole('button', { name: 'Run action' }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await until('all are paused', async () => (await threeOf(product)).every(({ status }) => status === 'paused'));
}

async function whatIsPastedIsOneOperation({ page, product }) {
  const operations = async () => (await product.ask('/metadata', '{ operations(first: 200, kinds: [BULK]) { id } }')).operations.length;
  await product.ask('/graphql', 'mutation ($name: String!) { updateCustomersWhere(where: { name: { eq: $name } }, data: { city: "Pingtung" }) { changed } }', { name: three[0] });
  await chooseThree(page);
  const before = await operations();
  const grid = page.getByRole('grid', { name: 'Customers' });
  const column = await grid.getByRole('columnheader', { name: 'City' }).getAttribute('aria-colindex');
  const cities = grid.locator(`[role=gridcell][aria-colindex="${column}"]`);
  await cities.first().click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await until('all have the city', async () => (await threeOf(product)).every(({ city }) => city === 'Pingtung'));
  assert.equal(await operations(), before + 1);
  await page.keyboard.press('Control+z');
  await until('none has it any more', async () => (await threeOf(product)).filter(({ city }) => city === 'Pingtung').length === 1);
}

async function aSearchIsKept({ page, look }) {
  await page.goto(`/app/search?q=${encodeURIComponent('"Noodles"')}&changed=week`);
  await see(page.getByText('Umbrella Noodles'));
  await page.getByRole('button', { name: 'Save search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save search' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Soup people');
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
  await see(page.getByRole('button', { name: 'Delete saved search “Soup people”' }));
  await page.goto('/app/search');
  await see(page.getByRole('region', { name: 'Saved searches' }).getByRole('link', { name: 'Soup people' }));
  await look('saved-search');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('searchbox')).first().fill('soup p');
  await page.getByRole('dialog').getByText('Soup people').first().click();
  await page.waitForURL(/changed=/);
  await see(page.getByText('Umbrella Noodles'));
}

async function groupsAreGoneThroughBesideTheList({ page, look }) {
  await page.goto(`/app/Customer?view=all&s=name&g=status&f=${encodeURIComponent(JSON.stringify([['name', 'in', three]]))}`);
  const grid = page.getByRole('grid', { name: 'Customers' });
  await grid.getByRole('rowheader', { name: three[0] }).getByText(three[0]).click();
  const besides = (name) => page.getByRole('complementary', { name: `${name}, beside the list` });
  await see(besides(three[0]).getByRole('button', { name: 'Open the whole page' }));
  await page.keyboard.press('j');
  await see(besides(three[1]));
  await page.keyboard.press('j');
  await see(besides(three[2]));
  await page.keyboard.press('k');
  await see(besides(three[1]));
  await look('grouped-peek');
}
