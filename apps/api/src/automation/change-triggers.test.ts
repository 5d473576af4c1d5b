import { shopObjects, workflow } from './testing/shop-documents.js';
import { TestOffice } from './testing/test-office.js';

let office: TestOffice;
afterEach(() => office.end());

const task = (subject: string): [string, object] => ['createRecord', { object: 'Task', values: { subject } }];
const subjects = async () => (await office.records<{ subject: string }>('Task')).map(({ subject }) => subject);
const open = async (...documents: readonly ReturnType<typeof workflow>[]) => {
  office = await TestOffice.open([...shopObjects, ...documents]);
  for (const { name } of documents) await office.activations.activate(office.org, name, false);
};

describe('workflows that wait for changes', () => {
  it('run once for each deletion, on the record as it was left', async () => {
    await open(workflow('farewell', 'Customer', { deleted: {} }, [task("'Farewell ' & name")], "ISPICKVAL(status, 'active')"));
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob', status: 'left' });
    await office.pass();
    expect(await subjects()).toEqual([]);
    await office.delete('Customer', ada);
    await office.delete('Customer', bob);
    await office.pass();
    await office.pass();
    expect(await subjects()).toEqual(['Farewell Ada']);
  });

  it('run once for each time a record comes back from the bin', async () => {
    await open(workflow('welcome', 'Customer', { restored: {} }, [task("'Welcome back ' & name")]));
    const [ada = ''] = await office.create('Customer', { name: 'Ada' });
    for (let round = 0; round < 2; round += 1) {
      await office.delete('Customer', ada);
      await office.restore('Customer', ada);
      await office.pass();
    }
    expect(await subjects()).toEqual(['Welcome back Ada', 'Welcome back Ada']);
  });

  it('know the org by name: in conditions, in values, and in formula fields that name it', async () => {
    const [customer, ...others] = shopObjects as [{ properties: object }, ...object[]];
    const house = { type: 'string', title: 'House', readOnly: true, guanxi: { id: 'f-customer-house', type: 'formula', formula: "name & ' of ' & $Org.name", result: 'text' } };
    const greet = workflow('greet', 'Customer', { created: {} }, [task("house & ', ' & $Org.currency")], "$Org.timeZone = 'UTC' && house = 'Ada of Shop'");
    office = await TestOffice.open([{ ...customer, properties: { ...customer.properties, house } }, ...others, greet]);
    await office.activations.activate(office.org, 'greet', false);
    await office.create('Customer', { name: 'Ada' }, { name: 'Bob' });
    await office.pass();
    expect(await subjects()).toEqual(['Ada of Shop, USD']);
  });

  it('run only where a field had the one value and has the other', async () => {
    await open(
      workflow('lost', 'Customer', { updated: { from: { status: 'active' }, to: { status: 'left' } } }, [task("'Lost ' & name")]),
      workflow('third', 'Customer', { updated: { to: { calls: 3 } } }, [task("'Third call of ' & name")]),
      workflow('known', 'Customer', { updated: { from: { status: null } } }, [task("'Known now: ' & name")]),
    );
    const [ada = '', bob = ''] = await office.create('Customer', { name: 'Ada', status: 'active' }, { name: 'Bob' });
    await office.update('Customer', ada, { status: 'left' });
    await office.update('Customer', bob, { status: 'left' });
    await office.update('Customer', bob, { calls: 2 });
    await office.update('Customer', bob, { calls: 3 });
    await office.update('Customer', bob, { name: 'Bobby' });
    await office.pass();
    expect((await subjects()).sort()).toEqual(['Known now: Bobby', 'Lost Ada', 'Third call of Bobby']);
  });
});
