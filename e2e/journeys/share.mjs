import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { see, seeNoMore, signIn, until } from '../gestures.mjs';

const password = 'a very long password of theirs';
const people = {
  head: { email: 'hedy.head@guanxi.local', password, name: 'Hedy Head' },
  ann: { email: 'ann.owner@guanxi.local', password, name: 'Ann Owner' },
  ben: { email: 'ben.colleague@guanxi.local', password, name: 'Ben Colleague' },
  pia: { email: 'pia.partner@guanxi.local', password, name: 'Pia Partner' },
};
const documents = [
  {
    kind: 'object', name: 'Pact', title: 'Pact', type: 'object', required: ['name'],
    properties: { name: { type: 'string', title: 'Name', maxLength: 80, guanxi: { id: 'e2e-pact-name', type: 'text' } } },
    guanxi: { id: 'e2e-pact', icon: 'handshake', color: 'teal' },
  },
  { kind: 'permissions', name: 'pacts', title: 'Pacts', objects: { Pact: { read: 'shared', create: true, edit: 'shared', delete: 'shared' } }, guanxi: { id: 'e2e-pacts' } },
  { kind: 'role', name: 'director', title: 'Director', titles: { 'zh-TW': '總監', 'zh-CN': '总监' }, guanxi: { id: 'e2e-director' } },
  { kind: 'role', name: 'seller', title: 'Seller', titles: { 'zh-TW': '業務', 'zh-CN': '销售' }, parent: 'director', guanxi: { id: 'e2e-seller' } },
  { kind: 'team', name: 'harbour', title: 'Harbour project', titles: { 'zh-TW': '港口專案', 'zh-CN': '港口项目' }, guanxi: { id: 'e2e-harbour' } },
];

export const journey = {
  name: 'share',
  async walk({ page, look, product, newPerson }) {
    const ids = await prepare(product);
    await signIn(page, product.admin);
    await theTree(page, look, product, ids);
    await theTeam(page, look);
    await theRule(page, look, product);
    const { createPact: { id } } = await product.ask('/graphql', 'mutation ($owner: ID!) { createPact(data: { name: "Harbour pact", ownerId: $owner }) { id } }', { owner: ids.ann });
    await product.ask('/graphql', 'mutation ($owner: ID!) { createPact(data: { name: "Partner pact", ownerId: $owner }) { id } }', { owner: ids.pia });
    const ben = await newPerson('share-ben');
    const ann = await newPerson('share-ann');
    const others = [ben, ann];
    try {
      await signIn(ben.page, people.ben);
      await seesNothing(ben.page, id);
      await ben.look('private to a colleague');
      await signIn(ann.page, people.ann);
      await theDialog(ann.page, ann.look, id);
      await sees(ben.page, id);
      await ben.look('shared');
      await itsTimeIsOver(product, ben, id, ids);
      for (const [who, own, hidden] of [['head', 'Harbour pact', []], ['pia', 'Partner pact', ['Harbour pact', 'Counted']]]) {
        const person = await newPerson(`share-${who}`);
        others.push(person);
        await signIn(person.page, people[who]);
        await person.page.goto('/app/Pact');
        await see(person.page.getByText(own).first());
        for (const name of hidden) assert.equal(await person.page.getByText(name).count(), 0);
        await person.look('list');
      }
    } finally {
      for (const person of others) assert.deepEqual(await person.close(), []);
    }
  },
};

async function prepare({ ask }) {
  await publishDocuments({ ask }, documents);
  const ids = {};
  for (const [key, { email, name }] of Object.entries(people)) ids[key] = (await ask('/metadata', 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { email, name, password, permissionSets: ['pacts'] } })).createUser.id;
  await ask('/metadata', 'mutation ($ids: [ID!]!) { assignRole(ids: $ids, role: "seller") { id } }', { ids: [ids.ann, ids.ben] });
  await ask('/metadata', 'mutation ($ids: [ID!]!) { placeUsers(ids: $ids, place: { kind: PARTNER }) { id } }', { ids: [ids.pia] });
  return ids;
}

/** A person gets a role by the keyboard; a role that would stand above itself is refused with words. */
async function theTree(page, look, product, ids) {
  await page.goto('/setup/roles');
  const tree = await see(page.getByRole('tree', { name: 'Roles' }));
  await see(tree.getByRole('treeitem', { name: 'Ann Owner' }));
  await page.getByRole('button', { name: 'Choose a role for Hedy Head' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where does Hedy Head go?' });
  await dialog.getByRole('button', { name: /Under/ }).click();
  await page.getByRole('option', { name: 'Director' }).click();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await see(tree.getByRole('treeitem', { name: 'Hedy Head' }));
  assert.equal((await product.ask('/metadata', '{ users { id role } }')).users.find(({ id }) => id === ids.head).role, 'director');
  await look('roles');
  await tree.getByRole('treeitem', { name: 'Director' }).focus();
  await page.keyboard.press('m');
  const moving = page.getByRole('dialog', { name: 'Where does Director go?' });
  await moving.getByRole('button', { name: /Under/ }).click();
  await page.getByRole('option', { name: 'Seller' }).click();
  await see(moving.getByText(/Director → Seller → Director/));
  await look('roles circle');
  await moving.getByRole('button', { name: 'Cancel' }).click();
}

async function theTeam(page, look) {
  await page.goto('/setup/teams');
  await page.getByRole('button', { name: 'Harbour project' }).click();
  const sheet = page.getByRole('dialog', { name: 'Harbour project' });
  await sheet.getByRole('combobox', { name: 'Add a person' }).fill('Hedy');
  await page.getByRole('option', { name: /Hedy Head/ }).click();
  await see(sheet.getByRole('button', { name: 'Take Hedy Head out of the team' }));
  await look('team');
}

/** What a rule would open is counted before it is published. */
async function theRule(page, look, product) {
  await product.ask('/graphql', 'mutation { createPact(data: { name: "Counted" }) { id } }');
  await page.goto('/setup/sharing');
  await see(page.getByText('People see and change the records they own, and those above them in the tree of roles do so too.').first());
  await look('record access');
  await page.getByRole('button', { name: 'New rule' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New rule' });
  await sheet.getByRole('textbox', { name: 'Title' }).fill('Everyone’s pacts');
  await sheet.getByRole('button', { name: /Object$/ }).click();
  await page.getByRole('option', { name: 'Pact', exact: true }).click();
  await sheet.getByRole('combobox', { name: 'Add: Owned by' }).fill('Every');
  await page.getByRole('option', { name: /^Everyone/ }).click();
  await closeList(page);
  await see(sheet.getByText('Opens 1 record.'));
  await look('rule');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard and leave' }).click();
  await seeNoMore(sheet);
}

async function theDialog(page, look, id) {
  await page.goto(`/app/Pact/${id}`);
  await page.locator('[data-record-menu] button').click();
  await page.getByRole('menuitem', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share Harbour pact' });
  await see(dialog.getByText('It is shared with nobody by hand.'));
  await dialog.getByRole('combobox', { name: 'Share with' }).fill('Ben');
  await page.getByRole('option', { name: /Ben Colleague/ }).click();
  await closeList(page);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Looks after it while I am away');
  await look('share dialog');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await see(dialog.getByRole('button', { name: 'Stop sharing with Ben Colleague' }));
  await look('shared with');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await seeNoMore(dialog);
}

/** The list stays open for one more choice, and hides what is behind it. */
async function closeList(page) {
  const list = page.getByRole('listbox');
  await page.waitForTimeout(300);
  if ((await list.count()) === 0) return;
  await page.keyboard.press('Escape');
  await seeNoMore(list);
}

async function itsTimeIsOver(product, ben, id, ids) {
  const ends = new Date(Date.now() + 4_000).toISOString();
  await product.ask('/metadata', 'mutation ($id: ID!, $ben: ID!, $until: DateTime) { shareRecord(object: "Pact", recordId: $id, with: [{ kind: USER, id: $ben }], access: READ, until: $until) { mayShare } }', { id, ben: ids.ben, until: ends });
  await until('the share to be over', async () => (await product.ask('/metadata', 'query ($id: ID!) { recordShares(object: "Pact", recordId: $id) { ended { end } } }', { id })).recordShares.ended.some(({ end }) => end === 'EXPIRED'));
  await seesNothing(ben.page, id);
}

async function seesNothing(page, id) {
  await page.goto(`/app/Pact/${id}`);
  await page.getByRole('heading').first().waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Harbour pact' }).count(), 0);
}

async function sees(page, id) {
  await page.goto(`/app/Pact/${id}`);
  await see(page.getByRole('heading', { name: 'Harbour pact' }));
}
