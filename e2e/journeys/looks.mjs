import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { see, signIn } from '../gestures.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const journey = {
  name: 'looks',
  async walk({ page, look, product, newPerson }) {
    await signIn(page, product.admin);
    const places = await findPlaces(product);
    const found = [];
    await chooseTheme(page, 'light');
    for (const [name, path] of places) {
      await page.goto(path);
      await see(page.locator('#main h1, #main h2'));
      for (const theme of ['light', 'dark']) {
        await wearTheme(page, theme);
        await look(`${name}-${theme}`);
        found.push(...(await seriousFaults(page)).map((fault) => `${name}, ${theme}: ${fault}`));
      }
    }
    try {
      await inChinese(page, look, places);
    } finally {
      await product.ask('/metadata', 'mutation { updatePreferences(locale: "en") { user { id } } }');
    }
    assert.deepEqual(found, []);
    await byKeyboardAlone({ product, newPerson });
  },
};

async function findPlaces({ ask }) {
  const { customers } = await ask('/graphql', '{ customers(first: 1, where: { name: { eq: "Maple Bakery" } }) { nodes { id } } }');
  const { users } = await ask('/metadata', '{ users { id } }');
  const { runs } = await ask('/metadata', '{ runs(first: 1) { nodes { id } } }');
  return Object.entries({
    home: '/app/home',
    list: '/app/Customer',
    record: `/app/Customer/${customers.nodes[0].id}`,
    tasks: '/app/tasks',
    notifications: '/app/notifications',
    'own-notifications': '/app/preferences?tab=notifications',
    files: '/app/files',
    preferences: '/app/preferences',
    'own-security': '/app/preferences?tab=security',
    setup: '/setup',
    objects: '/setup/objects',
    object: '/setup/objects/Customer',
    layout: '/setup/objects/Customer/layouts/Customer',
    views: '/setup/objects/Customer?tab=views',
    actions: '/setup/objects/Customer?tab=actions',
    map: '/setup/map',
    picklists: '/setup/picklists',
    queues: '/setup/queues',
    messages: '/setup/messages',
    letters: '/setup/letters',
    calendars: '/setup/calendars',
    mail: '/setup/mail',
    workflows: '/setup/workflows',
    workflow: '/setup/workflows/winback-call',
    ...(runs.nodes[0] && { run: `/setup/runs/${runs.nodes[0].id}` }),
    import: '/setup/import',
    imports: '/setup/imports',
    exports: '/setup/export',
    jobs: '/setup/jobs',
    users: '/setup/users',
    user: `/setup/users/${users[0].id}`,
    sets: '/setup/permissions',
    permissions: '/setup/permissions/sales',
    'field-access': '/setup/permissions/fields/Customer',
    roles: '/setup/roles',
    teams: '/setup/teams',
    'record-access': '/setup/sharing',
    explain: `/setup/explain?user=${users[0].id}&object=Customer&record=${customers.nodes[0].id}&deed=EDIT`,
    security: '/setup/security',
    'single-sign-on': '/setup/security?tab=providers',
    directory: '/setup/security?tab=directory',
    keys: '/setup/security?tab=keys',
    audit: '/setup/audit',
    privacy: '/setup/privacy',
    retention: '/setup/retention',
    bin: '/setup/bin',
    currencies: '/setup/currencies',
    revisions: '/setup/revisions',
    apps: '/setup/apps',
    app: '/setup/apps/winback',
    sandboxes: '/setup/sandboxes',
    translations: '/setup/translations',
    api: '/setup/api',
  });
}

async function chooseTheme(page, theme) {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: theme === 'dark' ? 'Dark' : 'Light' }).or(page.getByRole('menuitem', { name: theme === 'dark' ? 'Dark' : 'Light', exact: true })).click();
  await page.keyboard.press('Escape');
}

/** The attribute that a choice of theme sets, without going through the menu on every page. */
async function wearTheme(page, theme) {
  await page.evaluate((wanted) => { document.documentElement.dataset.theme = wanted; }, theme);
  // Half-way through a change of colours nothing has the contrast that it ends with.
  await page.waitForFunction(() => document.getAnimations().every((one) => !('transitionProperty' in one)));
}

/** What the rules of WCAG 2.2 AA call serious or critical, in one line each. */
async function seriousFaults(page) {
  // The page's policy lets no script in from elsewhere; an evaluated one needs no element.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map(({ target, html, failureSummary }) => `${target.join(' ')} ${html.slice(0, 120)} (${failureSummary.split('\n')[1]?.trim()})`).join(' and ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`);
}

async function inChinese(page, look, places) {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Language' }).click();
  await page.getByText('繁體中文').click();
  await page.keyboard.press('Escape');
  await see(page.getByRole('navigation', { name: 'Main navigation' }).or(page.locator('nav')));
  for (const [name, path] of places.filter(([place]) => ['list', 'record', 'workflow'].includes(place))) {
    await page.goto(path);
    await see(page.locator('#main h1'));
    await look(`${name}-zh-tw`);
  }
  await page.goto('/app/Customer');
  await see(page.locator('#main h1').getByText('客戶'));
  await see(page.getByRole('columnheader', { name: '城市' }));
}

/** From the sign-in to a comment without the pointer. */
async function byKeyboardAlone({ product, newPerson }) {
  const { page, look, close } = await newPerson('looks-keyboard');
  const { keyboard } = page;
  await page.goto('/sign-in');
  await see(page.getByLabel('Email'));
  await keyboard.type(product.admin.email);
  await keyboard.press('Tab');
  await keyboard.type(product.admin.password);
  await keyboard.press('Enter');
  await page.waitForURL('**/app/home');
  await see(page.getByRole('button', { name: 'Your account' }));

  await keyboard.press('Control+k');
  await see(page.getByRole('dialog'));
  await keyboard.type('Customers');
  await see(page.getByRole('menuitem', { name: 'Customers' }));
  await keyboard.press('Enter');
  await page.waitForURL('**/app/Customer*');
  await see(page.getByRole('grid').getByRole('rowheader'));
  await keyboard.press('/');
  await keyboard.type('Maple');
  await page.waitForURL(/q=Maple/);
  await see(page.getByRole('grid').getByRole('rowheader', { name: 'Maple Bakery' }));
  await keyboard.press('Tab');
  await look('list');
  await page.evaluate(() => document.activeElement?.blur());
  await keyboard.press('j');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await see(page.getByRole('complementary', { name: 'Maple Bakery, beside the list' }));
  await look('beside');
  await keyboard.press('Enter');
  await see(page.getByRole('heading', { name: 'Maple Bakery', level: 1 }));
  await keyboard.press('m');
  await keyboard.type('Reached without a mouse.');
  await keyboard.press('Control+Enter');
  await see(page.getByRole('complementary').getByRole('listitem').getByText('Reached without a mouse.'));
  await look('commented');
  assert.deepEqual(await close(), []);
}
