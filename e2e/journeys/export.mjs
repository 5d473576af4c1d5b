import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { see, signIn } from '../gestures.mjs';

/** A list becomes files, and the org a backup: downloaded and read back. */
export const journey = {
  name: 'export',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await page.goto('/app/Customer');
    await see(page.getByRole('grid'));
    const csv = await exportList(page, 'CSV', look);
    const [headings = '', ...rows] = csv.toString('utf8').trimEnd().split('\r\n');
    assert.ok(headings.startsWith('\uFEFF'), 'spreadsheets take the file for UTF-8');
    assert.ok(rows.length > 0, 'the records of the list are in the file');
    const xlsx = await exportList(page, 'Excel');
    assert.equal(xlsx.subarray(0, 2).toString('latin1'), 'PK');

    await page.goto('/setup/export');
    await see(page.getByRole('heading', { name: 'Export and backup' }));
    await page.getByRole('button', { name: 'Export or back up' }).first().click();
    await look('out');
    await page.getByRole('button', { name: 'Back up', exact: true }).click();
    const row = page.getByRole('row', { name: /\.guanxi-backup/ });
    await see(row.getByText('Ready'), { timeout: 30_000 });
    await look('files');
    const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: 'Download' }).click()]);
    const backup = gunzipSync(await readFile(await download.path())).toString('utf8');
    assert.equal(JSON.parse(backup.slice(0, backup.indexOf('\n'))).format, 'guanxi-backup');
    assert.match(backup.trimEnd().split('\n').at(-1), /^\{"end":true/);

    await page.goto('/setup/jobs');
    await see(page.getByRole('table', { name: 'Background jobs' }).getByText(/\.guanxi-backup/));
    await look('jobs');
    await page.goto('/app/exports');
    await see(page.getByRole('heading', { name: 'My exports' }));
    await look('own');
  },
};

async function exportList(page, format, look) {
  await page.getByRole('button', { name: 'Export' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check({ force: true });
  await look?.('dialog');
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), page.keyboard.press('ControlOrMeta+Enter')]);
  return readFile(await download.path());
}
