import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRecord, see, seeNoMore, signIn, typeDate } from '../gestures.mjs';
import { dataFolder } from './import.mjs';

const title = 'Call customers who have not ordered for 30 days';

/** How often customers crossed the line in CDNOW's history, worked out with plain SQL. */
const crossings = {
  'Jan 1997': 161, 'Feb 1997': 6_318, 'Mar 1997': 9_251, 'Apr 1997': 8_127, 'May 1997': 2_346, 'Jun 1997': 1_717, 'Jul 1997': 1_971, 'Aug 1997': 1_778, 'Sep 1997': 1_388,
  'Oct 1997': 1_461, 'Nov 1997': 1_354, 'Dec 1997': 1_649, 'Jan 1998': 1_535, 'Feb 1998': 1_128, 'Mar 1998': 1_254, 'Apr 1998': 1_695, 'May 1998': 1_210, 'Jun 1998': 1_105,
};

export const journey = {
  name: 'simulate',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await page.goto('/setup/workflows');
    await see(page.getByRole('table', { name: 'Workflows' }));
    await look('workflows');
    await page.getByRole('link', { name: title }).click();
    await itCanBeReadAndChanged(page, look, product);
    await aTestRunIsWalked(page, look, product);

    const before = await product.ask('/graphql', '{ tasks { totalCount } }');
    await page.getByRole('tab', { name: 'Simulate' }).click();
    await typeDate(page, 'To', { year: 1998, month: 6, day: 30 });
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    const months = page.getByRole('table', { name: 'Per month' });
    await see(months, { timeout: 60_000 });
    await look('simulation');
    assert.deepEqual(await product.ask('/graphql', '{ tasks { totalCount } }'), before, 'a simulation writes nothing');
    if (existsSync(join(dataFolder, 'cdnow'))) await theNumbersAreThoseOfHistory(page, look, months);
    await switchingOnAsks(page, look, product);
  },
};

async function theNumbersAreThoseOfHistory(page, look, months) {
  assert.deepEqual(await readMonths(months), crossings);
  await see(months.getByText('45,448'));
  await page.getByRole('button', { name: /Show the records of Jan/ }).first().click();
  const behind = page.getByRole('dialog', { name: /Records of Jan/ });
  await see(behind.getByText('50 shown'));
  for (const shown of [100, 150, 161]) {
    await behind.getByRole('button', { name: 'Show more' }).click();
    await see(behind.getByText(`${shown} shown`));
  }
  await look('behind-a-number');
  await behind.getByRole('button', { name: 'Close' }).first().click();
  await seeNoMore(behind);
}

async function switchingOnAsks(page, look, { ask }) {
  const { past } = await ask('/metadata', '{ past: pastTheLine(workflow: "winback-call") }');
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Switch on/ });
  await see(dialog.getByText(past.toLocaleString('en'), { exact: true }), { timeout: 60_000 });
  await see(dialog.getByRole('radio', { name: /Leave them alone/, checked: true }));
  await look('switch-on');
  await dialog.getByRole('button', { name: 'Switch on', exact: true }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('button', { name: 'Switch off' }));
}

async function itCanBeReadAndChanged(page, look, { ask }) {
  const flow = page.getByRole('group', { name: 'Flow of the workflow' });
  await see(flow.getByRole('button', { name: /30 days after the latest Ordered on/ }));
  await look('flow');
  await flow.getByRole('button', { name: /^Only if/ }).click();
  await see(page.getByRole('button', { name: 'Add row' }));
  await look('condition');
  await flow.getByRole('button', { name: /^Step 1/ }).click();
  await look('step');
  await theOutlineSaysTheSame(page, look);
  await theKeysBuild(page, flow, look);

  await flow.getByRole('button', { name: /^When/ }).click();
  const after = page.getByRole('textbox', { name: 'After' });
  await after.fill('45');
  await after.press('Tab');
  await see(flow.getByRole('button', { name: /45 days after/ }));
  await page.getByRole('button', { name: 'Save draft' }).click();
  await see(page.getByText('Draft saved'));
  const { documents } = await ask('/metadata', '{ documents { kind name state document } }');
  const draft = documents.find(({ name }) => name === 'winback-call');
  assert.equal(draft.state, 'CHANGED');
  assert.equal(draft.document.trigger.elapsed.after, 'P45D');
  await look('changed');

  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await see(flow.getByRole('button', { name: /30 days after/ }));
  await seeNoMore(page.getByRole('region', { name: 'Unpublished changes' }));
}

/** The keys walk the outline; what is chosen there is chosen on the canvas. */
async function theOutlineSaysTheSame(page, look) {
  await page.getByRole('radio', { name: 'Outline' }).click();
  const outline = page.getByRole('tree', { name: 'Flow of the workflow' });
  await see(outline.getByRole('treeitem', { name: /^Step 1/, selected: true }));
  await outline.getByRole('treeitem', { name: /^Step 1/ }).press('ArrowUp');
  await see(outline.getByRole('treeitem', { name: /^Only if/, selected: true }));
  await see(page.getByRole('button', { name: 'Add row' }));
  await look('outline');
  await page.getByRole('radio', { name: 'Canvas' }).click();
}

/** Three steps are put behind the last one, one is taken away and comes back, without a pointer; on the canvas as in the outline. */
async function theKeysBuild(page, flow, look) {
  await flow.getByRole('button', { name: /^When/ }).focus();
  await page.keyboard.press('End');
  for (const [typed, words] of [['notify a person', /^Step 2\b.*Notify a person/], ['goes on after a time', /^Step 3\b.*Wait/], ['comment on', /^Step 4\b.*Comment on the record/]]) {
    await page.keyboard.press('a');
    await see(page.getByRole('dialog'));
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await see(flow.getByRole('button', { name: words }));
    await page.keyboard.press('Escape');
    await see(flow.getByRole('button', { name: words, pressed: false }));
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await see(flow.getByRole('button', { name: /^Step 3\b.*Comment on the record/ }));
  await page.keyboard.press('Control+z');
  await see(flow.getByRole('button', { name: /^Step 3\b.*Wait/ }));
  await look('built-by-keys');
  for (let change = 0; change < 3; change += 1) await page.keyboard.press('Control+z');
  await seeNoMore(flow.getByRole('button', { name: /^Step 2/ }));
}

/** F5 makes a test run, F10 goes on by a step, on the drawing and in the lines below; nothing of it stays. */
async function aTestRunIsWalked(page, look, { ask }) {
  const before = await ask('/graphql', '{ tasks { totalCount } }');
  await page.getByRole('tab', { name: 'Test' }).click();
  await findRecord(page, 'Record', 'Old Friend');
  await page.keyboard.press('F5');
  const lines = page.getByRole('list', { name: 'Steps of the test run' });
  await see(lines.getByText('Call Old Friend', { exact: false }).first());
  await page.keyboard.press('F10');
  await see(page.getByText('Step 1 of 1'));
  await see(page.getByRole('group', { name: 'Flow of the workflow' }).getByRole('button', { name: /^Step 1.*Done/ }));
  await look('test-run');
  await page.getByRole('button', { name: /^Run again from/ }).first().click();
  await see(page.getByText('This test run began in the middle', { exact: false }));
  await see(lines.getByRole('listitem').first());
  await look('test-run-from-a-step');
  assert.deepEqual(await ask('/graphql', '{ tasks { totalCount } }'), before, 'a test run leaves nothing');
}

async function readMonths(table) {
  const rows = await table.locator('tbody tr').all();
  const pairs = await Promise.all(rows.map(async (row) => [await row.locator('th').textContent(), Number((await row.locator('td').first().textContent()).replaceAll(',', ''))]));
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}
