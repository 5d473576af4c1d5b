import assert from 'node:assert/strict';
import { saveDocuments } from '../documents.mjs';
import { choose, reviewAndPublish, see, seeNoMore, signIn, tick } from '../gestures.mjs';

/** A list for all objects, a field that uses it, one that depends on that, and a rule over both. */
export const journey = {
  name: 'picklists-and-rules',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await makeList(page, look);
    await useIt(page, look, product);
    await reviewAndPublish(page);
    const id = await dependenceHolds(product);
    await makeRule(page, look, product, id);
    await replaceValue(page, look, product);
  },
};

async function makeList(page, look) {
  await page.goto('/setup');
  await page.getByRole('navigation', { name: 'Setup navigation' }).getByRole('link', { name: 'Picklists' }).click();
  await page.getByRole('button', { name: 'New list' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New list' });
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Climate');
  await sheet.getByRole('button', { name: 'Paste many lines' }).click();
  await sheet.getByRole('textbox', { name: 'Values, one per line' }).fill('Dry\nMoist\nWet');
  await sheet.getByRole('button', { name: 'Add 3 values' }).click();
  // Every drag has a way by the menu.
  await sheet.getByRole('button', { name: 'Actions for Wet' }).click();
  await page.getByRole('menuitem', { name: 'Move to the top' }).click();
  await look('global-list');
  await sheet.getByRole('button', { name: 'Create list' }).click();
  await seeNoMore(sheet);
  await see(page.getByRole('table', { name: 'Picklists' }).getByRole('link', { name: 'Climate' }));
}

async function useIt(page, look, { ask }) {
  const documents = [{ kind: 'object', name: 'Garden', title: 'Garden', type: 'object', properties: { name: { title: 'Name', type: 'string', guanxi: { type: 'text' } }, beds: { title: 'Beds', type: 'integer', guanxi: { type: 'integer' } } }, guanxi: { nameField: 'name', icon: 'leaf', color: 'green' } }];
  await saveDocuments({ ask }, documents);
  await page.goto('/setup/objects/Garden');
  await page.getByRole('button', { name: 'New field' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New field' });
  await sheet.locator('[data-kind=picklist]').click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Climate');
  await sheet.getByRole('radio', { name: 'Global list' }).click();
  await choose(sheet, 'Global list', /Climate/);
  await sheet.getByRole('button', { name: 'Add and make another' }).click();

  await sheet.locator('[data-kind=picklist]').click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Plant');
  for (const value of ['Cactus', 'Fern']) {
    await sheet.getByRole('textbox', { name: 'New value' }).fill(value);
    await sheet.getByRole('textbox', { name: 'New value' }).press('Enter');
  }
  await tick(sheet, /^Values depend on another field/);
  await sheet.getByRole('checkbox', { name: 'Cactus when Dry' }).locator('xpath=ancestor::label').click();
  await sheet.getByRole('button', { name: 'All or none for Wet' }).click();
  await look('matrix');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await seeNoMore(sheet);
}

async function dependenceHolds({ ask }) {
  const make = (data) => ask('/graphql', 'mutation ($data: GardenCreate!) { createGarden(data: $data) { id } }', { data });
  await assert.rejects(make({ name: 'Wrong', climate: 'dry', plant: 'fern' }), /VALIDATION_FAILED|not/);
  await make({ name: 'Sand', climate: 'dry', plant: 'cactus', beds: -2 });
  const { createGarden } = await make({ name: 'Moor', climate: 'wet', plant: 'fern', beds: 3 });
  return createGarden.id;
}

async function makeRule(page, look, { ask }, id) {
  await page.goto('/setup/objects/Garden');
  await see(page.getByRole('grid', { name: 'Fields' }));
  await page.keyboard.press('5');
  await page.getByRole('button', { name: 'Beds is not negative' }).click();
  const sheet = page.getByRole('dialog', { name: 'New rule' });
  await sheet.getByRole('button', { name: /^Test/ }).click();
  await see(sheet.getByText('1 of 2 would be refused'));
  await see(sheet.getByRole('link', { name: 'Sand' }));
  await look('rule-test');
  await sheet.getByRole('button', { name: 'Create rule' }).click();
  await seeNoMore(sheet);
  await see(page.getByRole('table', { name: 'Validation' }).getByText('beds < 0'));
  await reviewAndPublish(page);
  await assert.rejects(ask('/graphql', 'mutation ($id: ID!) { updateGarden(id: $id, data: { beds: -1 }) { id } }', { id }), /must not be below zero/);

  await page.getByRole('switch', { name: 'Beds is not negative is in force' }).locator('xpath=ancestor::label').click();
  await see(page.getByText('Beds is not negative is off'));
  await reviewAndPublish(page);
  await ask('/graphql', 'mutation ($id: ID!) { updateGarden(id: $id, data: { beds: -1 }) { id } }', { id });
}

/** A value that records hold goes only when they get another one. */
async function replaceValue(page, look, { ask }) {
  await page.goto('/setup/objects/Garden?field=plant');
  const sheet = page.getByRole('dialog', { name: 'Plant' });
  await sheet.getByRole('button', { name: 'Actions for Fern' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another value…' }).click();
  const asked = page.getByRole('dialog', { name: 'Replace the value fern' });
  await choose(asked, 'Replace by', 'Cactus');
  await look('replace-value');
  await asked.getByRole('button', { name: 'Replace in all records' }).click();
  await seeNoMore(asked);
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await seeNoMore(sheet);
  await reviewAndPublish(page);
  const { gardens } = await ask('/graphql', '{ gardens { nodes { plant } } }');
  assert.deepEqual(new Set(gardens.nodes.map(({ plant }) => plant)), new Set(['cactus']));
}
