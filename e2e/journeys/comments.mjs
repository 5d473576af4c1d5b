import assert from 'node:assert/strict';
import { see, seeNoMore, signIn, until } from '../gestures.mjs';

export const journey = {
  name: 'comments',
  async walk({ page, context, look, product }) {
    const { createCustomer } = await product.ask('/graphql', 'mutation { createCustomer(data: { name: "Quarry Lane Prints" }) { id } }');
    const { id } = createCustomer;
    await product.ask('/metadata', 'mutation { createUser(input: { name: "Otto Outside", email: "otto@guanxi.local", password: "a password of his own", permissionSets: [] }) { id } }');
    await signIn(page, product.admin);
    await page.goto(`/app/Customer/${id}`);
    const activity = page.getByRole('complementary', { name: 'Activity' });
    const composer = activity.getByRole('combobox', { name: 'Write a comment' });
    await see(activity.getByText('created this'));

    // M writes, and what cannot be sent stays with the way to try again.
    await page.locator('#main h1').click();
    await page.keyboard.press('m');
    await page.route('**/metadata', (route) => (route.request().postData()?.includes('addComment') ? route.fulfill({ status: 409, json: {} }) : route.continue()));
    await page.keyboard.type('They want the spring list by Friday.');
    await page.keyboard.press('Control+Enter');
    await see(activity.getByText('Your text is kept here.'));
    await page.unroute('**/metadata');
    await activity.getByRole('button', { name: 'Try again' }).click();
    const comment = activity.locator('li[id^="comment-"]').filter({ hasText: 'spring list by Friday' }).first();
    await see(comment.getByText('spring list by Friday'));

    await comment.hover();
    await comment.getByRole('button', { name: 'Reply', exact: true }).click();
    const answer = activity.getByRole('combobox', { name: /^Reply to/ });
    await answer.fill('I send it on Thursday.');
    await answer.press('Control+Enter');
    await see(comment.getByRole('list').getByText('I send it on Thursday.'));
    await seeNoMore(answer);

    await comment.hover();
    await comment.getByRole('button', { name: 'React', exact: true }).first().click();
    await page.getByRole('dialog', { name: 'React' }).getByRole('button', { name: 'Celebrate' }).click();
    await see(comment.getByRole('button', { name: /^Celebrate: / }));

    await comment.hover();
    await comment.getByRole('button', { name: 'More about this comment' }).first().click();
    await page.getByRole('menuitem', { name: 'Pin' }).click();
    const pinned = activity.getByRole('region', { name: 'Pinned' });
    await see(pinned.getByText('spring list by Friday'));
    await look('thread');

    // ↑ in an empty composer edits what one said last: the answer.
    await composer.click();
    await composer.press('ArrowUp');
    const rewriting = activity.getByRole('combobox', { name: 'Edit the comment' });
    await rewriting.fill('I send it on Wednesday.');
    await rewriting.press('Control+Enter');
    await see(comment.getByText('I send it on Wednesday.'));
    await see(comment.getByText('edited'));

    // Who may not read the record is named before anything is sent.
    await composer.click();
    await composer.pressSequentially('@Otto', { delay: 30 });
    await see(page.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: 'Otto Outside' }));
    await composer.press('Enter');
    await see(activity.getByText('Otto Outside may not see this record'));
    await look('stranger');
    await composer.fill('');

    await theLinkLeadsThere({ page, context, activity, comment, id });

    await pinned.getByRole('button', { name: 'Unpin' }).click();
    await seeNoMore(pinned);
    await comment.hover();
    await comment.getByRole('button', { name: 'More about this comment' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete comment' }).click();
    await see(activity.getByText('This comment was deleted.'));
    await see(activity.getByText('I send it on Wednesday.'));
    await theFilterKeepsOneKind(page, activity);
    const { timeline } = await product.ask('/metadata', 'query ($id: ID!) { timeline(object: "Customer", recordId: $id, parts: [COMMENTS]) { items { isDeleted text replies { text } } pinned { id } } }', { id });
    assert.deepEqual(timeline, { items: [{ isDeleted: true, text: null, replies: [{ text: 'I send it on Wednesday.' }] }], pinned: [] });
  },
};

async function theLinkLeadsThere({ page, context, activity, comment, id }) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await comment.hover();
  await comment.getByRole('button', { name: 'More about this comment' }).first().click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await see(page.getByText('Link copied'));
  const link = await page.evaluate('navigator.clipboard.readText()');
  assert.match(link, new RegExp(`/app/Customer/${id}\\?comment=`));
  await page.goto(link);
  await see(activity.getByText('spring list by Friday'));
  await until('the comment that the link names has the focus', () => page.evaluate('document.activeElement?.id.startsWith("comment-")'));
}

async function theFilterKeepsOneKind(page, activity) {
  await activity.getByRole('button', { name: /^Filter by kind/ }).click();
  await page.getByRole('menuitem', { name: 'Changes' }).or(page.getByRole('menuitemcheckbox', { name: 'Changes' })).first().click();
  await page.keyboard.press('Escape');
  await seeNoMore(activity.getByText('I send it on Wednesday.'));
  await see(activity.getByText('created this'));
}
