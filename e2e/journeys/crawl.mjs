import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { signIn } from '../gestures.mjs';

const low = { email: 'lena.low@guanxi.local', password: 'a very long password of theirs', name: 'Lena Low' };
/** Stands in every title, name and value that the low person may not see, and in no address that is gone to. */
const CANARY = /zebrafish/i;
const plain = (id, title, keywords = {}) => ({ type: 'string', maxLength: 80, title, ...keywords, guanxi: { id: `e2e-${id}`, type: 'text' } });
const secret = { title: 'Zebrafish', titles: { 'zh-TW': 'Zebrafish', 'zh-CN': 'Zebrafish' } };
const documents = [
  { kind: 'object', name: 'Berth', title: 'Berth', type: 'object', required: ['name'], properties: { name: plain('berth-name', 'Name'), zebrafishWorth: plain('berth-worth', 'Zebrafish worth') }, guanxi: { id: 'e2e-berth', icon: 'anchor', color: 'blue' } },
  { kind: 'object', name: 'Cellar', title: 'Zebrafish cellar', type: 'object', required: ['name'], properties: { name: plain('cellar-name', 'Zebrafish name') }, guanxi: { id: 'e2e-cellar', icon: 'box', color: 'red' } },
  { kind: 'permissions', name: 'berths', title: 'Berths', objects: { Berth: { read: 'own', create: true, edit: 'own', delete: 'own', export: true, import: true, fields: { zebrafishWorth: { read: false } } } }, setup: ['connections'], guanxi: { id: 'e2e-berths' } },
  { kind: 'permissions', name: 'cellars', ...secret, objects: { Cellar: { read: 'all' } }, guanxi: { id: 'e2e-cellars' } },
  { kind: 'role', name: 'cellarer', ...secret, guanxi: { id: 'e2e-cellarer' } },
  { kind: 'team', name: 'cellarTeam', ...secret, guanxi: { id: 'e2e-cellar-team' } },
];

/** Somebody with few rights, and nobody at all, go to every page that the router knows. */
export const journey = {
  name: 'crawl',
  async walk({ page, look, product, newPerson }) {
    const places = await prepare(product);
    const faults = watch(page);
    await signIn(page, low);
    const paths = await pathsOf(page);
    assert.ok(paths.length > 50, `only ${paths.length} routes were found`);
    for (const path of paths) for (const address of filled(path, places)) await goTo(page, address, faults, false);
    await page.goto(`/app/Cellar/${places.hidden}`);
    await look('a page that is not theirs');
    assert.deepEqual(faults.found, []);
    const nobody = await newPerson('crawl-nobody');
    try {
      const theirs = watch(nobody.page);
      await nobody.page.goto('/sign-in');
      for (const path of paths) await goTo(nobody.page, filled(path, places)[0], theirs, true);
      assert.deepEqual(theirs.found, []);
    } finally {
      assert.deepEqual(await nobody.close(), []);
    }
  },
};

async function prepare(product) {
  await publishDocuments(product, documents);
  const { createUser: user } = await product.ask('/metadata', 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { ...low, permissionSets: ['berths'] } });
  const made = await product.ask('/graphql', `mutation ($owner: ID!) { mine: createBerth(data: { name: "Own berth", zebrafishWorth: "Zebrafish worth", ownerId: $owner }) { id }
    theirs: createBerth(data: { name: "Zebrafish berth" }) { id } hidden: createCellar(data: { name: "Zebrafish one" }) { id } }`, { owner: user.id });
  return { mine: made.mine.id, theirs: made.theirs.id, hidden: made.hidden.id, user: user.id };
}

/** What the router of the page itself says that it has. */
function pathsOf(page) {
  return page.evaluate(() => Object.keys(globalThis.__TSR_ROUTER__.routesByPath).sort());
}

/** Each path with what is theirs, with what is there and hidden, and with what is not there. */
function filled(path, { mine, theirs, hidden, user }) {
  if (!path.includes('$')) return [path];
  const words = [
    { $object: 'Berth', $id: mine, $user: user, $set: 'berths', $run: mine, $request: mine },
    { $object: 'Berth', $id: theirs, $user: theirs, $set: 'cellars', $run: theirs, $request: theirs },
    { $object: 'Cellar', $id: hidden, $user: hidden, $set: 'nothing', $run: hidden, $request: hidden },
  ];
  return [...new Set(words.map((given) => path.replace(/\$\w+/g, (word) => given[word] ?? 'Cellar')))];
}

function watch(page) {
  const found = [];
  const open = new Set();
  const faults = { found, open, at: '' };
  page.on('request', (request) => !/^\/(changes|graphql\/stream)$/.test(new URL(request.url()).pathname) && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 500) found.push(`${faults.at}: ${pathname} answers ${response.status()}`);
    if (!/^\/(assets\/|changes)/.test(pathname) && CANARY.test(await response.text().catch(() => ''))) found.push(`${faults.at}: ${pathname} tells what is hidden`);
  });
  return faults;
}

async function goTo(page, address, faults, isNobody) {
  faults.at = address;
  await page.evaluate((href) => globalThis.__TSR_ROUTER__.navigate({ href }), address);
  for (let still = 0, waited = 0; still < 3 && waited < 200; waited += 1) {
    await page.waitForTimeout(25);
    still = faults.open.size === 0 ? still + 1 : 0;
  }
  const seen = await page.evaluate(() => {
    const main = document.querySelector('#main') ?? document.body;
    const isThere = (element) => element.checkVisibility();
    return { text: document.documentElement.outerHTML, path: globalThis.location.pathname, headings: [...main.querySelectorAll('h1,h2')].filter(isThere).length, alerts: main.querySelectorAll('[role=alert]').length, waysOut: [...main.querySelectorAll('a[href],button')].filter(isThere).length };
  });
  if (CANARY.test(seen.text)) faults.found.push(`${address} shows what is hidden`);
  if (seen.headings === 0) faults.found.push(`${address} shows nothing`);
  if (seen.alerts > 0 && seen.waysOut === 0) faults.found.push(`${address} is an error without a way out`);
  if (isNobody && !['/sign-in', '/invitation', '/reset'].includes(seen.path)) faults.found.push(`${address} opens ${seen.path} to nobody`);
}
