import { choose, see, seeNoMore, signIn } from '../gestures.mjs';

/** What is wrong with a workflow leads to where it is mended; it is tried on values of a record that there is not. Nothing of it is saved. */
export const journey = {
  name: 'try-workflow',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await page.goto('/setup/workflows');
    await page.getByRole('button', { name: 'New workflow' }).first().click();
    const dialog = await see(page.getByRole('dialog', { name: 'New workflow' }));
    await dialog.getByRole('radio', { name: /^From scratch/ }).locator('xpath=ancestor::label').click();
    await dialog.getByLabel('Title').fill('Tell the bindery');
    await choose(dialog, 'Object', 'Customer');
    await dialog.getByRole('button', { name: 'Open in the designer' }).click();
    await see(page.getByRole('heading', { name: 'Tell the bindery' }));

    await add(page, 'e-mail', 'Send an e-mail');
    const wrong = await see(page.getByRole('button', { name: '1 problem', exact: true }));
    await page.getByRole('complementary', { name: 'Send an e-mail' }).getByRole('button', { name: 'Close' }).click();
    await wrong.click();
    await look('problems');
    await page.getByRole('dialog', { name: 'What is wrong' }).getByRole('button', { name: /Send an e-mail.*To is missing/ }).click();
    const inspector = await see(page.getByRole('complementary', { name: 'Send an e-mail' }));
    await see(inspector.getByRole('region', { name: 'What comes of it' }).getByText('It has not run yet'));
    await page.getByRole('button', { name: 'Save draft' }).click();
    await see(page.getByText('The draft was not saved: 3 problems'));
    await inspector.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /The step says no subject/ }).click();
    await see(inspector);
    await look('not-saved');
    await inspector.getByRole('button', { name: 'Remove step' }).click();

    await add(page, 'notify', 'Notify a person');
    const notify = await see(page.getByRole('complementary', { name: 'Notify a person' }));
    await fill(page, notify, 'To', 'owner');
    await fill(page, notify, 'Text', "'Bind ' & name");
    await notify.getByRole('button', { name: 'Close' }).click();
    await seeNoMore(page.getByRole('button', { name: /^\d problem/ }));
    await page.getByRole('tab', { name: 'Test', exact: true }).click();
    await page.getByText('Sample values', { exact: true }).click();
    await page.getByRole('button', { name: 'Paste JSON' }).click();
    const paste = page.getByRole('dialog', { name: 'Paste JSON' });
    await paste.getByLabel('What was copied').fill('not JSON');
    await see(paste.getByText('This is no JSON object.'));
    await paste.getByLabel('What was copied').fill('{ "name": "Made-up Press", "status": "active" }');
    await paste.getByRole('button', { name: 'Take over' }).click();
    await page.keyboard.press('F5');
    const steps = await see(page.getByRole('list', { name: 'Steps of the test run' }));
    await see(steps.getByText('Bind Made-up Press'));
    await look('tried');
    const { customers } = await product.ask('/graphql', '{ customers(where: { name: { eq: "Made-up Press" } }) { totalCount } }');
    if (customers.totalCount !== 0) throw new Error('A record made for a test run stayed.');
  },
};

async function add(page, words, action) {
  await page.getByRole('button', { name: /^Add a step at place 1/ }).first().click();
  await page.getByPlaceholder('Search steps').fill(words);
  const choices = page.getByRole('dialog').filter({ has: page.getByPlaceholder('Search steps') });
  await choices.getByRole('menuitem').or(choices.getByRole('option')).filter({ hasText: action }).first().click();
}

async function fill(page, inspector, label, text) {
  await inspector.getByRole('textbox', { name: label }).first().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}
