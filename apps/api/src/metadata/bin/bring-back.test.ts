import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

const text = (title: string, more: object = {}) => ({ title, type: 'string', guanxi: { type: 'text' }, ...more });

describe('what was removed', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('bin');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publish([object('Boat', { name: text('Name'), color: text('Color') })]);
    await ask('mutation { createBoats(data: [{ name: "Ada", color: "red" }, { name: "Bea", color: "blue" }]) { id } }', {}, '/graphql');
  });
  afterAll(() => test.close());

  it('comes back with its values: a field', async () => {
    const { color: _, ...rest } = (await documentOf('Boat')).properties;
    const boat = await documentOf('Boat');
    const removal = await publish([{ ...boat, properties: rest }]);
    expect(removal.plan.changes[0]).toMatchObject({ risk: 'DESTROYING', rows: 2 });
    await ask('mutation { createBoat(data: { name: "Cleo" }) { id } }', {}, '/graphql');
    const [item] = await removedItems();
    expect(item).toMatchObject({ kind: 'field', object: 'Boat', field: 'color', title: 'Color', removedBy: { name: 'Admin' } });

    const { bringBack } = await ask<{ bringBack: { problems: unknown[] } }>('mutation ($id: ID!) { bringBack(id: $id) { problems { message } } }', { id: item?.id });
    expect(bringBack.problems).toEqual([]);
    expect((await publish([])).plan.changes[0]?.sentence).toBe('The field “Color” of “Boat” comes back with its values.');
    expect(await boats('color')).toEqual(['red', 'blue', null]);
    expect(await removedItems()).toEqual([]);
  });

  it('comes back with its records: an object, and the field that pointed to it', async () => {
    await publish([object('Sailor', { name: text('Name'), boat: { title: 'Boat', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Boat' } } })]);
    const [boat] = (await ask<{ boats: { nodes: { id: string }[] } }>('{ boats(orderBy: [{ name: ASC }]) { nodes { id } } }', {}, '/graphql')).boats.nodes;
    await ask('mutation ($boat: ID!) { createSailor(data: { name: "Sue", boatId: $boat }) { id } }', { boat: boat?.id }, '/graphql');
    const sailor = await documentOf('Sailor');
    await publish([{ ...sailor, properties: { name: sailor.properties['name'] } }], [{ kind: 'object', name: 'Boat' }]);
    const item = (await removedItems()).find(({ kind }) => kind === 'object');
    expect(item).toMatchObject({ object: 'Boat', title: 'Boat' });

    await ask('mutation ($id: ID!) { bringBack(id: $id) { problems { message } } }', { id: item?.id });
    await publish([]);
    const { sailors } = await ask<{ sailors: { nodes: unknown[] } }>('{ sailors { nodes { name boat { name } } } }', {}, '/graphql');
    expect(sailors.nodes).toEqual([{ name: 'Sue', boat: { name: 'Ada' } }]);
  });

  it('goes for good after 30 days', async () => {
    const boat = await documentOf('Boat');
    await publish([{ ...boat, properties: { name: boat.properties['name'] } }]);
    await test.database.pool.query(`update "${test.org.schema}"._removed set removed_at = now() - interval '31 days'`);
    const { Bin } = await import('./bin.js');
    await test.app.get(Bin).sweep(test.org);
    expect(await removedItems()).toEqual([]);
    const { rows } = await test.database.pool.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = $1 and column_name like '\\_gone%'`, [test.org.schema]);
    expect(rows).toEqual([]);
  });

  const object = (name: string, properties: object) => ({ kind: 'object', name, title: name, type: 'object', properties, guanxi: { nameField: 'name' } });

  async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async function documentOf(name: string): Promise<{ properties: Record<string, unknown> }> {
    const { documents } = await ask<{ documents: { kind: string; name: string; document: { properties: Record<string, unknown> } }[] }>('{ documents(draft: false) { kind name document } }');
    const found = documents.find((one) => one.kind === 'object' && one.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found.document;
  }

  async function removedItems(): Promise<readonly { id: string; kind: string; [key: string]: unknown }[]> {
    return (await ask<{ removedItems: { id: string; kind: string }[] }>('{ removedItems { id kind object field title removedBy { name } revision dropsAt } }')).removedItems;
  }

  async function boats(field: string): Promise<readonly unknown[]> {
    const { boats: found } = await ask<{ boats: { nodes: Record<string, unknown>[] } }>(`{ boats(orderBy: [{ name: ASC }]) { nodes { ${field} } } }`, {}, '/graphql');
    return found.nodes.map((one) => one[field]);
  }

  async function publish(documents: readonly unknown[], remove: readonly unknown[] = []): Promise<{ plan: { changes: { id: string; risk: string; rows: number; sentence: string }[] } }> {
    if (documents.length + remove.length > 0) {
      const { saveDraft } = await ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path message } } }', { documents, remove });
      expect(saveDraft.problems).toEqual([]);
    }
    const { plan } = await ask<{ plan: { baseRevision: number; changes: { id: string }[] } }>('{ plan { baseRevision changes { id } } }');
    const { publish: result } = await ask<{ publish: { revision: number | null; problems: unknown[]; plan: { changes: { id: string; risk: string; rows: number; sentence: string }[] } } }>(
      'mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { revision problems { path message } plan { changes { id risk rows sentence } } } }',
      { base: plan.baseRevision, consents: plan.changes.map(({ id }) => id) },
    );
    expect(result.problems).toEqual([]);
    return result;
  }
});
