import assert from 'node:assert/strict';
import { see, seeNoMore, signIn } from '../gestures.mjs';

/** Chosen records are put on a list by the command menu, and taken off it again. */
export const journey = {
  name: 'lists',
  async walk({ page, look, product }) {
    const names = ['Listed Lantern', 'Listed Lighthouse', 'Unlisted Lamp'];
    await product.ask('/graphql', 'mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { id } }', { data: names.map((name) => ({ name })) });
    await signIn(page, product.admin);
    await page.goto('/app/Customer?view=all&q=listed%20l');
    const grid = page.getByRole('grid', { name: 'Customers' });
    for (const name of names.slice(0, 2)) await (await see(grid.getByRole('checkbox', { name: `Select ${name}` }))).click({ force: true });
    await see(page.getByText('2 selected'));
    await page.keyboard.press('Control+k');
    await (await see(page.getByRole('menuitem', { name: 'Add to list' }))).click();
    const dialog = await see(page.getByRole('dialog', { name: 'Add 2 Customers to a list' }));
    const fresh = dialog.getByRole('radio', { name: 'A new list' });
    if (await fresh.count()) await fresh.locator('xpath=ancestor::label').click();
    await dialog.getByLabel('Name of the list').fill('Lights');
    await look('new-list');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Open the list' }).click();
    await see(page.getByRole('link', { name: 'Lights' }));
    const list = page.getByRole('grid', { name: 'Lights' });
    await see(list.getByText('Listed Lantern'));
    assert.equal(await list.getByText('Unlisted Lamp').count(), 0);
    await look('the-list');

    await (await see(list.getByRole('checkbox', { name: 'Select Listed Lantern' }))).click({ force: true });
    await page.getByRole('button', { name: 'Take off the list' }).click();
    await seeNoMore(list.getByText('Listed Lantern'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await see(list.getByText('Listed Lantern'));
  },
};
