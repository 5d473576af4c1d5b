import assert from 'node:assert/strict';
import { see, seeNoMore, signIn } from '../gestures.mjs';

/** A comment takes files along, and what somebody was about to say becomes a task. */
export const journey = {
  name: 'said-with-files',
  async walk({ page, look, product }) {
    const { createCustomer: { id } } = await product.ask('/graphql', 'mutation { createCustomer(data: { name: "Harbour Bindery" }) { id } }');
    await signIn(page, product.admin);
    await page.goto(`/app/Customer/${id}`);
    const activity = page.getByRole('complementary', { name: 'Activity' });
    const composer = activity.getByRole('combobox', { name: 'Write a comment' });
    await see(activity.getByText('created this'));

    await choose(page, activity, [['Proof.txt', 'Twelve pages'], ['setup.exe', 'MZ'], ['Sketch.txt', 'Not this one']]);
    await see(activity.getByText('setup.exe: '));
    await activity.getByRole('button', { name: 'Without Sketch.txt' }).click();
    await composer.fill('This is the proof.');
    await look('chosen');
    await activity.getByRole('button', { name: 'Comment', exact: true }).click();
    const comment = activity.locator('li[id^="comment-"]').filter({ hasText: 'This is the proof.' });
    await see(comment.getByRole('button', { name: /Proof\.txt/ }));
    await seeNoMore(activity.getByText('added the file “Proof.txt”'));
    await look('sent');
    await comment.getByRole('button', { name: /Proof\.txt/ }).click();
    await see(page.getByRole('dialog', { name: 'Proof.txt' }).getByText('Twelve pages'));
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Files/ }).click();
    await see(page.getByRole('region', { name: 'Files', exact: true }).getByRole('button', { name: 'Proof.txt', exact: true }));

    // Without a word it hangs on the record.
    await choose(page, activity, [['Invoice.txt', 'NT$ 1,200']]);
    await activity.getByRole('button', { name: 'Attach 1 file' }).click();
    await see(activity.getByText('added the file “Invoice.txt”'));

    await composer.fill('Send the proof to the printer');
    await activity.getByRole('button', { name: 'New Task', exact: true }).click();
    const dialog = await see(page.getByRole('dialog', { name: 'New Task' }));
    assert.equal(await dialog.getByLabel('Subject').inputValue(), 'Send the proof to the printer');
    await look('task');
    await dialog.getByRole('button', { name: 'Create Task' }).click();
    await see(activity.getByRole('link', { name: 'Send the proof to the printer' }));
    assert.equal(await composer.inputValue(), '');
    const { timeline } = await product.ask('/metadata', 'query ($id: ID!) { timeline(object: "Customer", recordId: $id, parts: [COMMENTS, FILES, TASKS]) { items { kind text attachments file { name } } } }', { id });
    assert.deepEqual(timeline.items.map(({ kind, text, file, attachments }) => [kind, text ?? file?.name ?? null, attachments.length]), [['task', null, 0], ['fileAdded', 'Invoice.txt', 0], ['comment', 'This is the proof.', 1]]);
    // Nothing of it is left to be done for those who come after.
    const { customer } = await product.ask('/graphql', 'query ($id: ID!) { customer(id: $id) { tasks { nodes { id } } } }', { id });
    for (const task of customer.tasks.nodes) await product.ask('/graphql', 'mutation ($id: ID!) { updateTask(id: $id, data: { status: "done" }) { id } }', { id: task.id });
  },
};

async function choose(page, activity, files) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), activity.getByRole('button', { name: 'Attach files' }).first().click()]);
  await chooser.setFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
}
