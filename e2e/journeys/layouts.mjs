import assert from 'node:assert/strict';
import { choose, see, seeNoMore, signIn, until } from '../gestures.mjs';

export const journey = {
  name: 'layouts',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await arrangePage(page, look);
    await addButton(page, look);
    await publish(page, product);
    await pressButton(page, look, product);
  },
};

const cellsOf = (page) => page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.dataset.cell));

async function arrangePage(page, look) {
  await page.goto('/setup/objects/Customer/layouts/Customer');
  const country = await see(page.locator('[data-cell="country"]'));
  const before = await cellsOf(page);
  await country.focus();
  await page.keyboard.press('Delete');
  await seeNoMore(page.locator('[data-cell="country"]'));

  // Back from the palette, before the e-mail address.
  const chip = await see(page.getByRole('complementary', { name: 'Fields to place' }).getByText('Country', { exact: true }));
  await dragOnto(page, chip, page.locator('[data-cell="email"]'));
  await see(page.locator('[data-cell="country"]'));
  const dropped = await cellsOf(page);
  assert.equal(dropped.indexOf('country'), dropped.indexOf('email') - 1, `country was dropped before email: ${dropped.join(' ')}`);

  // Over the border of its section by keys: the keyboard goes along.
  await page.locator('[data-cell="contactName"]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.cell), 'contactName');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  assert.deepEqual(await cellsOf(page), dropped);
  assert.notDeepEqual(dropped, before);
  await look('designer');

  await page.getByText('Preview', { exact: true }).click();
  await see(page.getByRole('textbox', { name: 'Country' }));
  await look('preview');
  await page.getByText('Edit', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByText('The layout is saved in the draft').or(page.getByRole('button', { name: 'Publish', exact: true })));
}

/** Half a step at a time: a drag begins with the second movement. */
async function dragOnto(page, from, to) {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  await page.mouse.move(start.x + 4, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 24, start.y + 20, { steps: 4 });
  await page.mouse.move(end.x + 20, end.y + end.height / 2, { steps: 8 });
  await page.mouse.move(end.x + 22, end.y + end.height / 2);
  await page.mouse.up();
}

async function addButton(page, look) {
  await page.goto('/setup/objects/Customer?tab=actions');
  await page.getByRole('button', { name: 'New action' }).click();
  const sheet = await see(page.getByRole('dialog', { name: 'New action' }));
  await sheet.getByRole('textbox', { name: 'Button' }).fill('Note the city');
  await choose(sheet, 'Set a field…', 'Notes');
  await sheet.getByRole('textbox', { name: 'Notes' }).click();
  await page.keyboard.type('"Lives in " & city');
  await sheet.getByRole('textbox', { name: 'Question before it is done' }).fill('Write the city into the notes?');
  await look('action');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await see(page.getByRole('button', { name: 'Note the city', exact: true }));
}

async function publish(page, { ask }) {
  await page.getByRole('region', { name: 'Draft' }).or(page.locator('section')).getByRole('button', { name: 'Publish', exact: true }).click();
  await until('the draft is published', async () => (await ask('/metadata', '{ documents(draft: true) { state } }')).documents.every(({ state }) => state === 'PUBLISHED'));
}

async function pressButton(page, look, { ask }) {
  const { customers } = await ask('/graphql', '{ customers(first: 1, where: { city: { isBlank: false } }) { nodes { id name city } } }');
  const [{ id, city }] = customers.nodes;
  await page.goto(`/app/Customer/${id}`);
  await page.getByRole('button', { name: 'Note the city' }).click();
  const question = await see(page.getByRole('alertdialog'));
  await see(question.getByText('Write the city into the notes?'));
  await question.getByRole('button', { name: 'Note the city' }).click();
  await see(page.getByText(`Lives in ${city}`));
  await look('pressed');
}
