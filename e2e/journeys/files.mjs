import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { see, seeNoMore, signIn } from '../gestures.mjs';

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Files are dropped on a record, looked at, replaced and removed; others are one's own. */
export const journey = {
  name: 'files',
  async walk({ page, look, product }) {
    const { createCustomer: { id } } = await product.ask('/graphql', 'mutation { createCustomer(data: { name: "Paper Works" }) { id } }');
    await signIn(page, product.admin);
    await page.goto(`/app/Customer/${id}`);
    await page.getByRole('tab', { name: /^Files/ }).click();
    const section = await see(page.getByRole('region', { name: 'Files', exact: true }));
    await drop(section, [['Offer.txt', 'Our first offer'], ['Logo.png', PICTURE, 'base64'], ['setup.exe', 'MZ'], ['Photo.png', '<html>']]);
    await see(section.getByText('Programs are not taken.'));
    await see(section.getByText('“Photo.png” is not what its name says'));
    await see(section.getByRole('button', { name: 'Offer.txt', exact: true }));
    await see(section.getByRole('button', { name: 'Logo.png', exact: true }));
    await see(page.getByRole('complementary', { name: 'Activity' }).getByText('added the file “Offer.txt”'));
    await look('dropped');
    for (const name of ['setup.exe', 'Photo.png']) await section.getByRole('button', { name: `Dismiss the message about ${name}` }).click();

    // By the keyboard alone: open, go on, close.
    await section.getByRole('button', { name: 'Offer.txt', exact: true }).focus();
    await page.keyboard.press('Space');
    const preview = await see(page.getByRole('dialog', { name: 'Offer.txt' }));
    await see(preview.getByText('Our first offer'));
    const isFirst = await preview.getByText(/^1 of 2/).isVisible();
    await page.keyboard.press(isFirst ? 'ArrowRight' : 'ArrowLeft');
    await see(page.getByRole('dialog', { name: 'Logo.png' }).getByRole('img', { name: 'Logo.png' }));
    await look('preview');
    await page.keyboard.press('Escape');
    await seeNoMore(page.getByRole('dialog'));

    await act(page, section, 'Offer.txt', 'New version', { name: 'Offer second.txt', mimeType: 'text/plain', buffer: Buffer.from('Our second offer') });
    await see(section.getByText('v2'));
    await act(page, section, 'Offer.txt', 'Versions');
    const versions = await see(page.getByRole('dialog', { name: 'Versions' }));
    await look('versions');
    await versions.getByRole('button', { name: 'Make current' }).click();
    await see(page.getByText('Version 1 is the current one'));
    await page.keyboard.press('Escape');
    const [download] = await Promise.all([page.waitForEvent('download'), act(page, section, 'Offer.txt', 'Download')]);
    assert.equal(download.suggestedFilename(), 'Offer.txt');
    assert.equal(await readFile(await download.path(), 'utf8'), 'Our first offer');

    await section.getByRole('button', { name: 'Logo.png', exact: true }).focus();
    await page.keyboard.press('Delete');
    await seeNoMore(section.getByRole('button', { name: 'Logo.png', exact: true }));
    const removed = page.getByRole('alertdialog').filter({ hasText: '“Logo.png” removed' });
    await removed.getByRole('button', { name: 'Undo' }).click();
    await see(section.getByRole('button', { name: 'Logo.png', exact: true }));

    await page.goto('/app/files');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Upload files' }).first().click()]);
    await chooser.setFiles([{ name: 'My notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Mine') }]);
    const table = page.getByRole('table', { name: 'Files' });
    await see(table.getByRole('row', { name: /My notes\.md.*My files/ }));
    await see(table.getByRole('row', { name: /Offer\.txt.*Paper Works/ }));
    await page.getByRole('searchbox', { name: 'Search files' }).fill('offer');
    await seeNoMore(table.getByText('My notes.md'));
    await page.getByRole('button', { name: 'Grid' }).click();
    await see(page.getByRole('list', { name: 'Files' }).getByRole('button', { name: /^Offer\.txt/ }));
    await look('page');
  },
};

/** As a browser tells of files that are let go over a part of the page. */
async function drop(place, files) {
  const transfer = await place.page().evaluateHandle((all) => {
    const { DataTransfer, File, atob } = globalThis;
    const carried = new DataTransfer();
    for (const [name, content, encoding] of all) carried.items.add(new File([encoding === 'base64' ? Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)) : content], name));
    return carried;
  }, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(event, { dataTransfer: transfer });
}

async function act(page, section, name, action, file) {
  await section.getByRole('button', { name: `Actions for ${name}` }).click();
  const item = page.getByRole('menuitem', { name: action });
  if (!file) return item.click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), item.click()]);
  return chooser.setFiles(file);
}
