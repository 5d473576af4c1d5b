import assert from 'node:assert/strict';
import { choose, reviewAndPublish, see, seeNoMore, signIn, tick } from '../gestures.mjs';

/** The objects that the journeys before left behind, seen together; a relation between two of them, made in one go. */
export const journey = {
  name: 'schema-map',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await lookAround(page, look);
    await walkByKeyboard(page);
    await connectTwo(page, look, product);
  },
};

async function lookAround(page, look) {
  await page.goto('/setup/map');
  const outline = page.getByRole('navigation', { name: 'The map as a list' });
  await see(outline.getByRole('link', { name: 'Customer', exact: true }));
  await see(page.locator('.react-flow__node[data-id="Customer"]'));
  await look('all');
  await choose(page, 'Around which object', 'Around Stop');
  await seeNoMore(page.locator('.react-flow__node[data-id="Customer"]'));
  await see(page.locator('.react-flow__node[data-id="Trip"]'));
  await see(outline.getByRole('link', { name: 'Trip → Trip' }));
  await look('around-one');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as image' }).click()]);
  assert.equal(download.suggestedFilename(), 'schema-map.svg');
}

async function walkByKeyboard(page) {
  await page.locator('.react-flow__node[data-id="Stop"]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/setup/objects/**');
  await see(page.getByRole('heading', { level: 1, name: /Trip|Stop/ }));
}

async function connectTwo(page, look, { ask }) {
  await page.goto('/setup/objects/Trip?tab=relations');
  await page.getByRole('button', { name: 'New relation' }).click();
  const sheet = page.getByRole('dialog', { name: 'New field' });
  await sheet.locator('[data-kind=junction]').click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Gardens');
  await choose(sheet, 'Points to', 'Garden');
  await see(sheet.getByText('One Trip can have many Gardens, and one Garden many Trips.'));
  await see(sheet.getByText(/TripGarden/));
  await look('many-to-many');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await seeNoMore(sheet);

  await page.getByRole('button', { name: 'New relation' }).click();
  await sheet.locator('[data-kind=polymorphicLookup]').click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('About');
  for (const target of ['Customer', 'Repair']) {
    await sheet.getByRole('combobox', { name: 'May point to' }).fill(target);
    await page.getByRole('option', { name: target, exact: true }).click();
  }
  await see(sheet.getByText('Each Trip points to one record: Customer or Repair.'));
  await tick(sheet, /^List these records on the other side/);
  await look('one-of-several');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await seeNoMore(sheet);
  await reviewAndPublish(page);

  const { trips, gardens, customers } = await ask('/graphql', '{ trips { nodes { id } } gardens { nodes { id name } } customers(first: 1) { nodes { id } } }');
  const data = { gardens: { add: gardens.nodes.map(({ id }) => id) }, about: { customer: customers.nodes[0].id } };
  await ask('/graphql', 'mutation ($id: ID!, $data: TripUpdate!) { updateTrip(id: $id, data: $data) { id } }', { id: trips.nodes[0].id, data });
  const { trip } = await ask('/graphql', 'query ($id: ID!) { trip(id: $id) { gardens { nodes { name } } about { __typename } } }', { id: trips.nodes[0].id });
  assert.equal(trip.gardens.nodes.length, gardens.nodes.length);
  assert.equal(trip.about.__typename, 'Customer');
  await page.goto('/setup/map?object=Trip');
  await see(page.locator('.react-flow__node[data-id="TripGarden"]'));
  await look('connected');
}
