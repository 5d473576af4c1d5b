import assert from 'node:assert/strict';
import { publishDocuments } from '../documents.mjs';
import { findRecord, see, seeNoMore, signIn, until } from '../gestures.mjs';

const password = 'another long password';
const bob = { email: 'bob.approver@guanxi.local', password, name: 'Bob Approver' };
const cyd = { email: 'cyd.delegate@guanxi.local', password, name: 'Cyd Delegate' };
const documents = [
  {
    kind: 'object', name: 'Offer', title: 'Offer', type: 'object', required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 80, guanxi: { id: 'e2e-offer-name', type: 'text' } },
      discount: { type: 'string', format: 'decimal', title: 'Discount', guanxi: { id: 'e2e-offer-discount', type: 'percent', precision: 5, scale: 2 } },
      verdict: { type: 'string', title: 'Verdict', maxLength: 200, guanxi: { id: 'e2e-offer-verdict', type: 'text' } },
    },
    guanxi: { id: 'e2e-offer' },
  },
  { kind: 'permissions', name: 'offers', title: 'Offers', objects: { Offer: { read: 'all', create: true, edit: 'all' } }, guanxi: { id: 'e2e-offers' } },
  { kind: 'queue', name: 'sales-desk', title: 'Sales desk', members: [bob.email], choose: 'take', guanxi: { id: 'e2e-sales-desk' } },
  {
    kind: 'workflow', name: 'approve-offer', title: 'Approve offers', object: 'Offer', trigger: { created: {} }, guanxi: { id: 'e2e-approve-offer' },
    steps: [
      { id: 'wait-for-owner', action: 'assign', input: { queue: 'sales-desk' } },
      {
        id: 'ask', action: 'approve', input: { title: 'Discount of an offer', levels: [{ title: 'Sales desk', queue: 'sales-desk', within: 'P3D' }, { title: 'Head of sales', approvers: ['createdBy'] }] },
        paths: { rejected: [{ id: 'no', action: 'updateRecord', input: { values: { verdict: "'rejected'" } } }, { id: 'end', action: 'stop', input: {} }], recalled: [{ id: 'back', action: 'stop', input: {} }] },
      },
      { id: 'why', action: 'askPerson', input: { person: 'createdBy', title: 'Reason for the discount', text: "'Why is ' & name & ' worth it?'", inputs: [{ name: 'reason', title: 'Reason', type: 'text', required: true }] } },
      { id: 'keep', action: 'updateRecord', input: { values: { verdict: '$Run.reason' } } },
    ],
  },
];

export const journey = {
  name: 'approve',
  async walk({ page, look, product, newPerson }) {
    await prepare(product);
    await signIn(page, product.admin);
    const { createOffer: { id } } = await product.ask('/graphql', 'mutation { createOffer(data: { name: "Acme renewal", discount: "25.00" }) { id } }');
    await until('the approval', async () => (await product.ask('/metadata', 'query ($id: ID!) { recordApprovals(object: "Offer", recordId: $id) { id } }', { id })).recordApprovals.length === 1);
    const person = await newPerson('approve-bob');
    try {
      await standsIn(person.page, person.look);
      await theFirstLevel(person.page, person.look, id);
    } finally {
      assert.deepEqual(await person.close(), []);
    }
    await theSecondLevel(page, look, product, id);
    await theForm(page, look, product, id);
    await theQueues(page, look);
  },
};

async function prepare({ ask }) {
  await publishDocuments({ ask }, documents);
  for (const { email, name } of [bob, cyd]) await ask('/metadata', 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { email, name, password, permissionSets: ['offers'] } });
  await ask('/metadata', 'mutation { activateWorkflow(name: "approve-offer", includePast: false) { active } }');
}

/** Away tomorrow, and Cyd decides meanwhile. */
async function standsIn(page, look) {
  await signIn(page, bob);
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: /^Away and delegate/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Away' });
  for (const label of ['First day', 'Last day']) {
    await dialog.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
    await page.keyboard.type('01312031');
  }
  await findRecord(dialog, 'Delegate', 'Cyd');
  await look('away');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await see(dialog.getByText('Cyd Delegate'));
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await seeNoMore(dialog);
}

/** The record waits in Bob's queue and is locked but for him; he approves with the keyboard alone. */
async function theFirstLevel(page, look, id) {
  await page.goto(`/app/Offer/${id}`);
  await see(page.getByText('Next: Sales desk'));
  await look('record');
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  await see(page.getByText('Acme renewal is yours'));
  await page.getByRole('link', { name: /^Approvals/ }).click();
  const detail = page.getByRole('article', { name: 'Discount of an offer' });
  await see(detail.getByText('25'));
  await look('to-decide');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Approve “Discount of an offer”' });
  await see(dialog);
  await page.keyboard.type('Fine, they have been with us for long.');
  await look('approve');
  await page.keyboard.press('Control+Enter');
  await seeNoMore(dialog);
  await see(page.getByRole('heading', { name: 'Nothing to decide' }));
  await look('nothing-to-decide');
}

async function theSecondLevel(page, look, { ask }, id) {
  await until('the second level', async () => (await ask('/metadata', 'query ($id: ID!) { recordApprovals(object: "Offer", recordId: $id) { level } }', { id })).recordApprovals[0].level === 1);
  await page.goto('/app/notifications');
  await see(page.getByText('You are asked to approve', { exact: false }).or(page.getByText('Approval')));
  await page.goto(`/app/Offer/${id}`);
  await see(page.getByText('Fine, they have been with us for long.'));
  await look('second-level');
  await page.getByRole('region', { name: 'Discount of an offer' }).getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve “Discount of an offer”' });
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await seeNoMore(dialog);
  await see(page.getByRole('region', { name: 'Discount of an offer' }).getByText('Approved').first());
}

async function theForm(page, look, { ask }, id) {
  await until('the form', async () => (await ask('/metadata', 'query { formsToFill { id } }')).formsToFill.length === 1);
  await page.goto('/app/approvals?part=forms');
  const form = page.getByRole('article', { name: 'Reason for the discount' });
  await see(form.getByText('Why is Acme renewal worth it?'));
  await form.getByRole('button', { name: 'Send answers' }).click();
  await see(form.getByText('This is required.', { exact: true }));
  await form.getByLabel('Reason').fill('A partner for years');
  await look('form');
  await page.keyboard.press('Control+Enter');
  await see(page.getByRole('heading', { name: 'No forms to fill in' }));
  await until('the answer on the record', async () => (await ask('/graphql', 'query ($id: ID!) { offer(id: $id) { verdict } }', { id })).offer.verdict === 'A partner for years');
}

async function theQueues(page, look) {
  await page.goto('/setup/queues');
  await page.getByRole('button', { name: 'Sales desk' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sales desk' });
  await see(sheet.getByText(bob.email));
  await sheet.getByRole('radio', { name: 'Each in turn' }).locator('xpath=ancestor::label').click();
  await look('queue');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await seeNoMore(sheet);
  await see(page.getByRole('table', { name: 'Queues' }).getByText('Each in turn'));
}
