import assert from 'node:assert/strict';
import { saveDocuments } from '../documents.mjs';
import { choose, reviewAndPublish, see, seeNoMore, signIn, until } from '../gestures.mjs';

/** Trips and their stops: a formula on the one, a sum of it on the other. */
export const journey = {
  name: 'formula-and-rollup',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await prepare(product);
    await addFormula(page, look);
    await addRollUp(page, look);
    await reviewAndPublish(page);
    await valuesFollow(page, look, product);
    await usesAreNamed(page, look);
  },
};

async function prepare({ ask }) {
  const name = { title: 'Name', type: 'string', guanxi: { type: 'text' } };
  const documents = [
    { kind: 'object', name: 'Trip', title: 'Trip', type: 'object', properties: { name }, guanxi: { nameField: 'name', icon: 'truck', color: 'sky' } },
    {
      kind: 'object', name: 'Stop', title: 'Stop', type: 'object', guanxi: { nameField: 'name', icon: 'map-pin', color: 'orange' },
      properties: {
        name, price: { title: 'Price', type: 'string', format: 'decimal', guanxi: { type: 'currency' } }, boxes: { title: 'Boxes', type: 'integer', guanxi: { type: 'integer' } }, done: { title: 'Done', type: 'boolean', guanxi: { type: 'boolean' } },
        trip: { title: 'Trip', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Trip', inverse: { name: 'stops', title: 'Stops' } } },
      },
    },
  ];
  await saveDocuments({ ask }, documents);
}

async function startField(page, object, kind, label) {
  await page.goto(`/setup/objects/${object}`);
  await page.getByRole('button', { name: 'New field' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New field' });
  await sheet.getByRole('searchbox').or(sheet.getByRole('textbox')).first().fill(kind.search);
  await sheet.locator(`[data-kind=${kind.name}]`).click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill(label);
  return sheet;
}

async function addFormula(page, look) {
  const sheet = await startField(page, 'Stop', { name: 'formula', search: 'worked out' }, 'Value');
  await choose(sheet, 'Answers', 'Currency');
  const formula = sheet.getByRole('textbox', { name: 'Formula', exact: true });
  await formula.click();
  await page.keyboard.type('prize * boxes');
  await see(sheet.getByText(/prize/).first());
  await look('unknown-field');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('price * boxes');
  // The list of what may stand here goes first.
  await page.keyboard.press('Escape');
  await look('formula');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await seeNoMore(sheet);
}

async function addRollUp(page, look) {
  const sheet = await startField(page, 'Trip', { name: 'rollUp', search: 'roll' }, 'Delivered value');
  await choose(sheet, 'Related list', /Stops/);
  await choose(sheet, 'How', /^Sum/);
  await choose(sheet, 'Of', 'Value');
  await sheet.getByRole('button', { name: 'Add row' }).click();
  await sheet.getByRole('combobox', { name: 'Field' }).fill('Done');
  await page.getByRole('option', { name: 'Done', exact: true }).click();
  await choose(sheet, 'Value', 'Yes');
  await see(sheet.getByText('Sum of Value over Stops where Done is Yes'));
  await look('roll-up');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await seeNoMore(sheet);
}

async function valuesFollow(page, look, { ask }) {
  const { createTrip } = await ask('/graphql', 'mutation { createTrip(data: { name: "Monday" }) { id } }');
  const make = (data) => ask('/graphql', 'mutation ($data: StopCreate!) { createStop(data: $data) { id value } }', { data: { tripId: createTrip.id, ...data } });
  const { createStop } = await make({ name: 'Harbour', price: '12.50', boxes: 4, done: true });
  assert.equal(createStop.value, '50.00');
  await make({ name: 'Station', price: '3.00', boxes: 2, done: false });
  await page.goto(`/app/Trip/${createTrip.id}`);
  await see(page.getByText('$50.00').first());
  await look('record');
  await ask('/graphql', 'mutation ($id: ID!) { updateStop(id: $id, data: { boxes: 6 }) { id } }', { id: createStop.id });
  const { trip } = await ask('/graphql', 'query ($id: ID!) { trip(id: $id) { deliveredValue } }', { id: createTrip.id });
  assert.equal(trip.deliveredValue, '75.00', 'the sum is right at once');
}

async function usesAreNamed(page, look) {
  await page.goto('/setup/objects/Stop');
  await page.getByRole('button', { name: 'Actions for Price' }).click();
  await page.getByRole('menuitem', { name: 'Where used' }).click();
  const sheet = page.getByRole('dialog', { name: 'Where Price is used' });
  await see(sheet.getByRole('treeitem', { name: /Formulas/ }));
  await look('where-used');
  await page.keyboard.press('Escape');
  await seeNoMore(sheet);
  await page.getByRole('button', { name: 'Actions for Price' }).click();
  await page.getByRole('menuitem', { name: 'Remove field' }).click();
  const asked = page.getByRole('alertdialog');
  await see(asked.getByText(/needs? this field/).first());
  await until('a field that is needed stays', () => asked.getByRole('button', { name: 'Remove field' }).isDisabled());
  await asked.getByRole('button', { name: 'Cancel' }).click();
}
