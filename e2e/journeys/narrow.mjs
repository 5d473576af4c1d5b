import assert from 'node:assert/strict';
import { see, seeNoMore, signIn } from '../gestures.mjs';

/** A phone: what is wanted most below, lists as cards, designers to be read only; and a small window, where panels lie over the page. */
export const journey = {
  name: 'narrow',
  async walk({ page, look, product, newPerson }) {
    const { createCustomer } = await product.ask('/graphql', 'mutation { createCustomer(data: { name: "Narrow Lane Tea" }) { id } }');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(product.admin.email);
    await page.getByLabel('Password', { exact: true }).fill(product.admin.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const bar = page.getByRole('navigation', { name: 'Quick access' });
    for (const name of ['Home', 'Inbox']) await see(bar.getByRole('link', { name }));
    await look('home');

    await page.goto('/app/Customer?q=Narrow%20Lane');
    const cards = page.getByRole('main').getByRole('list').filter({ hasText: 'Narrow Lane Tea' });
    await see(cards);
    assert.equal(await page.getByRole('grid').count(), 0);
    await look('cards');
    await cards.getByRole('link', { name: 'Narrow Lane Tea' }).first().click();
    await see(page.getByRole('heading', { name: 'Narrow Lane Tea', level: 1 }));
    await look('record');
    await see(page.getByRole('complementary', { name: 'Activity' }).getByText('created this'));

    await bar.getByRole('button', { name: 'Create' }).click();
    await see(page.getByRole('menuitem', { name: 'Customer' }));
    await look('create');
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Search' }).click();
    await see(page.getByRole('dialog', { name: 'Command menu' }));
    await page.keyboard.press('Escape');

    await page.goto('/setup/objects/Customer');
    await see(page.getByText('Here you can read'));
    await page.getByRole('button', { name: 'New field' }).click();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.getByRole('tab', { name: 'Views' }).click();
    await seeNoMore(page.getByRole('button', { name: 'New field' }));
    await look('designer');
    for (const path of ['/app/home', '/app/Customer', `/app/Customer/${createCustomer.id}`, '/app/tasks', '/app/notifications']) {
      await page.goto(path);
      await see(page.locator('#main h1, #main h2'));
      assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${path} is wider than the window`);
    }
    await panelsLieOverThePage({ product, newPerson, id: createCustomer.id });
  },
};

async function panelsLieOverThePage({ product, newPerson, id }) {
  const { page, look, close } = await newPerson('narrow-tablet', { viewport: { width: 1024, height: 768 } });
  await signIn(page, product.admin);
  await page.goto(`/app/Customer/${id}`);
  await see(page.getByRole('heading', { name: 'Narrow Lane Tea', level: 1 }));
  const activity = page.getByRole('complementary', { name: 'Activity' });
  assert.equal(await activity.isVisible(), false);
  await page.getByRole('button', { name: 'Activity' }).click();
  await see(activity.getByText('created this'));
  await look('over');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await seeNoMore(activity);
  await page.locator('#main h1').click();
  await page.keyboard.press('m');
  await see(activity.getByRole('combobox', { name: 'Write a comment' }));
  assert.equal(await page.evaluate('document.activeElement?.tagName'), 'TEXTAREA');
  assert.deepEqual(await close(), []);
}
