import assert from 'node:assert/strict';
import { choose, findRecord, reviewAndPublish, see, seeNoMore, signIn, tick, typeDate, until } from '../gestures.mjs';

const kinds = [
  { kind: 'longText', label: 'Notes' },
  { kind: 'integer', label: 'Parts' },
  { kind: 'decimal', label: 'Weight' },
  { kind: 'currency', label: 'Price' },
  { kind: 'percent', label: 'Discount' },
  { kind: 'boolean', label: 'Under guarantee' },
  { kind: 'date', label: 'Received on' },
  { kind: 'dateTime', label: 'Collected at' },
  { kind: 'picklist', label: 'Stage', values: ['Waiting', 'In work', 'Done'] },
  { kind: 'lookup', label: 'Customer', target: 'Customer' },
  { kind: 'email', label: 'Reply to' },
  { kind: 'phone', label: 'Telephone' },
  { kind: 'url', label: 'Manual' },
  { kind: 'autoNumber', label: 'Job number' },
  { kind: 'user', label: 'Mechanic' },
  { kind: 'richText', label: 'Report' },
  { kind: 'duration', label: 'Time taken' },
  { kind: 'time', label: 'Collect after' },
  { kind: 'multiPicklist', label: 'Faults', values: ['Brake', 'Chain', 'Wheel'] },
  { kind: 'address', label: 'Deliver to' },
  { kind: 'personName', label: 'Handed in by' },
  { kind: 'geolocation', label: 'Found at' },
  { kind: 'encryptedText', label: 'Lock code' },
  { kind: 'json', label: 'Sensor data' },
  { kind: 'image', label: 'Picture' },
  { kind: 'file', label: 'Invoice' },
];

export const journey = {
  name: 'design-object',
  async walk({ page, look, product }) {
    await signIn(page, product.admin);
    await page.getByRole('link', { name: 'Open Setup' }).click();
    await page.getByRole('navigation', { name: 'Setup navigation' }).getByRole('link', { name: 'Objects' }).click();
    await see(page.getByRole('table', { name: 'Objects' }).getByText('Customer'));
    await look('objects');

    await makeObject(page, look);
    await reviewAndPublish(page, async (plan) => { await see(plan.getByText('Repair')); await look('plan'); });
    await itIsEverywhere(page, look, product);
    const id = await makeRecord(page, look, product);
    await valuesOfEveryKind(page, look, product, id);
    await undoAndRedo(page);
    await renameField(page, look, product, id);
    await makeFieldRequired(page, look, product);
    await removeField(page, look, product);
    await wrongDocumentsAreRefused(product);
  },
};

async function makeObject(page, look) {
  await page.getByRole('button', { name: 'New object' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'New object' });
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Repair');
  await look('new-object');
  await sheet.getByRole('button', { name: 'Create object' }).click();
  await see(page.getByRole('heading', { name: 'Repair', level: 1 }));

  await page.getByRole('button', { name: 'New field' }).click();
  for (const [index, field] of kinds.entries()) {
    await addField(page, look, field, index === kinds.length - 1);
  }
  await see(page.getByRole('grid', { name: 'Fields' }).getByText('Invoice'));
  await look('fields');
}

async function addField(page, look, { kind, label, values, target }, isLast) {
  const sheet = page.getByRole('dialog');
  if (kind === 'longText') {
    await see(sheet.locator('[data-kind=longText]'));
    await look('kinds-of-field');
  }
  await sheet.locator(`[data-kind=${kind}]`).click();
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill(label);
  for (const value of values ?? []) {
    await sheet.getByRole('textbox', { name: 'New value' }).fill(value);
    await sheet.getByRole('textbox', { name: 'New value' }).press('Enter');
  }
  if (target) await choose(sheet, 'Points to', target);
  if (kind === 'picklist') await look('picklist');
  await sheet.getByRole('button', { name: isLast ? 'Add field' : 'Add and make another' }).click();
  if (isLast) await seeNoMore(sheet);
  else await see(sheet.locator('[data-kind=text]'));
}

async function itIsEverywhere(page, look, { ask }) {
  await page.goto('/app/home');
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Repairs' }).click();
  await see(page.getByRole('heading', { name: 'Repairs', level: 1 }));
  const { __type } = await ask('/graphql', '{ __type(name: "Repair") { fields { name type { name kind ofType { name } } } } }');
  const fields = Object.fromEntries(__type.fields.map(({ name, type }) => [name, type.name ?? type.ofType?.name]));
  for (const [name, type] of Object.entries({ parts: 'Integer', weight: 'Decimal', price: 'Decimal', underGuarantee: 'Boolean', receivedOn: 'Date', collectedAt: 'DateTime', customer: 'Customer', mechanic: 'User', jobNumber: 'String' })) {
    assert.equal(fields[name], type, `Repair.${name}`);
  }
  const { recordSchema } = await ask('/metadata', '{ recordSchema(object: "Repair") }');
  assert.equal(recordSchema.properties.receivedOn.format, 'date');
  assert.equal(recordSchema.properties.stage.enum.filter((value) => value !== null).length, 3);
}

async function makeRecord(page, look, { ask }) {
  await ask('/graphql', 'mutation { createCustomer(data: { name: "Quayside Cycles", customerNumber: "Q-1" }) { id } }');
  await page.getByRole('button', { name: 'New Repair' }).first().click();
  // So many fields are a page of their own, no dialog.
  await see(page.getByRole('heading', { name: 'New Repair', level: 1 }));
  const form = page.getByRole('main');
  const write = (label, text) => form.getByRole('textbox', { name: label, exact: true }).fill(text);
  await form.getByRole('button', { name: 'Create Repair' }).click();
  await see(form.getByRole('alert').getByText(/required/));
  await look('form-refused');

  await write('Name', 'Blue bicycle');
  await write('Notes', 'The rear wheel sings.\nBring it back before spring.');
  await write('Parts', '3');
  await write('Weight', '12.5');
  await write('Price', '1299.90');
  await write('Discount', '12.5');
  await tick(form, 'Under guarantee');
  await typeDate(form, 'Received on', { year: 2026, month: 3, day: 14 });
  await typeDate(form, 'Collected at', { year: 2026, month: 4, day: 1, hour: 15, minute: 30 });
  await choose(form, 'Stage', 'In work');
  await findRecord(form, 'Customer', 'Quayside');
  await write('Reply to', 'grace@example.com');
  await write('Telephone', '+1 206 555 0134');
  await write('Manual', 'https://example.com/manual');
  await findRecord(form, 'Mechanic', 'Admin');
  await look('form');
  await form.getByRole('button', { name: 'Create Repair' }).click();

  await see(page.getByRole('heading', { name: 'Blue bicycle', level: 1 }));
  await see(page.getByRole('group', { name: 'Price' }).getByText('$1,299.90'));
  await look('record');
  const { repairs } = await ask('/graphql', '{ repairs { nodes { id name notes parts weight price discount underGuarantee receivedOn collectedAt stage customer { name } replyTo telephone manual jobNumber mechanic { name } } } }');
  const { id, jobNumber, telephone, ...rest } = repairs.nodes[0];
  assert.match(jobNumber, /1$/);
  assert.equal(telephone.replaceAll(' ', ''), '+12065550134');
  assert.deepEqual(rest, {
    name: 'Blue bicycle', notes: 'The rear wheel sings.\nBring it back before spring.', parts: 3, weight: '12.50', price: '1299.90', discount: '12.50', underGuarantee: true,
    receivedOn: '2026-03-14', collectedAt: '2026-04-01T15:30:00.000Z', stage: rest.stage, customer: { name: 'Quayside Cycles' }, replyTo: 'grace@example.com', manual: 'https://example.com/manual', mechanic: { name: 'Admin' },
  });
  return id;
}

/** Kinds whose values have pieces, are several, or are kept secret: in by the API, out by the page. */
async function valuesOfEveryKind(page, look, { ask }, id) {
  const data = {
    report: '<p>Wheel <strong>trued</strong>.</p><script>alert(1)</script>', timeTaken: 5400, collectAfter: '16:30:00', faults: ['wheel', 'brake'], deliverTo: { street: '1 Quay', city: 'Taipei', country: 'TW' },
    handedInBy: { first: 'Ada', last: 'Lovelace' }, foundAt: { latitude: '25.03', longitude: '121.56' }, lockCode: '4711', sensorData: { wheel: [1, 2] },
  };
  await ask('/graphql', 'mutation ($id: ID!, $data: RepairUpdate!) { updateRepair(id: $id, data: $data) { id } }', { id, data });
  const { repair } = await ask('/graphql', 'query ($id: ID!) { repair(id: $id) { report timeTaken collectAfter faults deliverTo { city country } handedInBy { first last } foundAt { latitude } lockCode sensorData } }', { id });
  assert.deepEqual([...repair.faults].sort(), ['brake', 'wheel']);
  assert.doesNotMatch(repair.report, /script/, 'only harmless marks stay in a text');
  assert.deepEqual({ ...repair, faults: null, report: null, foundAt: null }, { ...data, faults: null, report: null, foundAt: null, deliverTo: { city: 'Taipei', country: 'TW' } });
  await page.goto(`/app/Repair/${id}`);
  await see(page.getByText('Taipei').first());
  await see(page.getByText(/Ada Lovelace/).first());
  await look('every-kind');
}

/** What was done last in Setup is taken back by the keyboard, and done again. */
async function undoAndRedo(page) {
  await page.goto('/setup/objects/Repair');
  const grid = page.getByRole('grid', { name: 'Fields' });
  await grid.getByRole('rowheader', { name: /Manual/ }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Handbook');
  await page.keyboard.press('Enter');
  await see(grid.getByRole('rowheader', { name: /Handbook/ }));
  const bar = page.getByRole('region', { name: 'Unpublished changes' });
  await see(bar);
  await page.keyboard.press('Control+z');
  await see(grid.getByRole('rowheader', { name: /Manual/ }));
  await seeNoMore(bar);
  await page.keyboard.press('Control+Shift+z');
  await see(grid.getByRole('rowheader', { name: /Handbook/ }));
  await page.keyboard.press('Control+z');
  await seeNoMore(bar);
}

async function renameField(page, look, { ask }, id) {
  await openField(page, 'Parts');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Label', exact: true }).first().fill('Number of parts');
  await sheet.getByRole('textbox', { name: 'API name', exact: true }).fill('partCount');
  await look('rename');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await seeNoMore(sheet);
  await reviewAndPublish(page, async (plan) => { await see(plan.getByText('Repair')); await look('plan-of-rename'); });
  const { repair } = await ask('/graphql', 'query ($id: ID!) { repair(id: $id) { partCount } }', { id });
  assert.equal(repair.partCount, 3, 'values stay when a field is renamed');
}

async function makeFieldRequired(page, look, { ask }) {
  const { createRepair } = await ask('/graphql', 'mutation { createRepair(data: { name: "Without a price" }) { id } }');
  await openField(page, 'Price');
  const sheet = page.getByRole('dialog');
  await tick(sheet, 'Required');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await seeNoMore(sheet);
  await page.getByRole('region', { name: 'Unpublished changes' }).getByRole('button', { name: 'Review' }).click();
  const drawer = page.getByRole('dialog', { name: 'Review and publish' });
  await see(drawer.getByText('1 record does not fit').first());
  await see(drawer.getByRole('link', { name: 'Without a price' }));
  assert.ok(await drawer.getByRole('button', { name: /^Publish/ }).isDisabled(), 'what does not fit stands in the way');
  await look('required-does-not-fit');
  await ask('/graphql', 'mutation ($id: ID!) { updateRepair(id: $id, data: { price: "1.00" }) { id } }', { id: createRepair.id });
  await drawer.getByRole('button', { name: 'Count again' }).click();
  const publish = drawer.getByRole('button', { name: /^Publish \d/ });
  await until('publishing is possible', () => publish.isEnabled());
  await publish.click();
  await seeNoMore(drawer);
}

async function removeField(page, look, { ask }) {
  await page.getByRole('button', { name: 'Actions for Weight' }).click();
  await page.getByRole('menuitem', { name: 'Remove field' }).click();
  const asked = page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ hasText: 'Remove the field Weight?' });
  await see(asked);
  await look('remove-field');
  await asked.getByRole('button', { name: 'Remove field' }).click();
  await seeNoMore(asked);
  await page.getByRole('region', { name: 'Unpublished changes' }).getByRole('button', { name: 'Review' }).click();
  const drawer = page.getByRole('dialog', { name: 'Review and publish' });
  const publish = drawer.getByRole('button', { name: /^Publish/ });
  await see(drawer.getByText('1 record loses its value.'));
  assert.ok(await publish.isDisabled(), 'a loss has to be agreed to');
  await tick(drawer, /I agree that/);
  await look('remove-loses-data');
  await publish.click();
  await seeNoMore(drawer);
  const { __type } = await ask('/graphql', '{ __type(name: "Repair") { fields { name } } }');
  assert.ok(!__type.fields.some(({ name }) => name === 'weight'), 'the field is gone from the API');
}

async function wrongDocumentsAreRefused({ ask }) {
  const before = await ask('/metadata', '{ draft { baseRevision changes { name } } }');
  const documents = [
    { kind: 'object', name: 'bad name', title: 'Bad', type: 'object', properties: {}, guanxi: {} },
    { kind: 'object', name: 'Good', title: 'Good', type: 'object', properties: { name: { title: 'Name', type: 'string', guanxi: { type: 'text' } }, link: { title: 'Link', type: 'string', guanxi: { type: 'lookup', target: 'Nowhere' } } }, guanxi: { nameField: 'name' } },
    { kind: 'workflow', name: 'wrong', title: 'Wrong', object: 'Customer', trigger: { elapsed: { since: { field: 'nothing' }, after: 'soon' } }, when: 'ISBLANK(', steps: [] },
  ];
  const { saveDraft } = await ask('/metadata', 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { draft { baseRevision } problems { path code message hint } } }', { documents });
  assert.ok(saveDraft.problems.length >= 4, `all problems at once: ${JSON.stringify(saveDraft.problems)}`);
  for (const { path, message } of saveDraft.problems) {
    assert.match(path, /^\//);
    assert.match(message, /[.!?]$/);
  }
  assert.ok(saveDraft.problems.some(({ hint }) => hint), 'hints say the way out');
  assert.deepEqual(await ask('/metadata', '{ draft { baseRevision changes { name } } }'), before, 'nothing of it is kept');
}

async function openField(page, label) {
  await page.goto('/setup/objects/Repair');
  await page.getByRole('button', { name: `Open the field ${label}` }).click();
  await see(page.getByRole('dialog'));
}
