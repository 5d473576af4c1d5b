import { ADMIN, startTestApp, type Caller, type TestApp, type TestProblem } from '../testing/test-app.js';

const text = (title: string) => ({ title, type: 'string', guanxi: { type: 'text' } });
const object = (name: string, properties: object) => ({ kind: 'object', name, title: name, type: 'object', properties, guanxi: { nameField: 'name' } });

describe('revisions', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('revisions');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await save([object('Kiln', { name: text('Name') })]);
    await publish(1);
    await save([{ ...(await documentOf('Kiln')), title: 'Oven', properties: { ...(await documentOf('Kiln')).properties, heat: text('Heat') } }]);
    await publish(2);
  });
  afterAll(() => test.close());

  it('are compared value by value', async () => {
    const { compareRevisions } = await ask<{ compareRevisions: { name: string; event: string; changes: { path: string; before: unknown; after: unknown }[] }[] }>('{ compareRevisions(from: 2, to: 3) { name event changes { path before after } } }');
    expect(compareRevisions.map(({ name, event }) => [name, event])).toEqual([['Kiln', 'changed']]);
    expect(compareRevisions[0]?.changes).toEqual([
      { path: '/title', before: 'Kiln', after: 'Oven' },
      { path: '/properties/heat', before: null, after: expect.objectContaining({ title: 'Heat' }) },
    ]);
    const { errors } = await admin.ask('{ compareRevisions(from: 2, to: 30) { name } }');
    expect(errors?.[0]?.message).toBe('There is no revision 30.');
  });

  it('are read the same by a process that was not there, from differences', async () => {
    const { rows } = await test.database.pool.query<{ based_on: number | null; documents: unknown[] }>('select based_on, documents from guanxi.revision where number = 3');
    expect(rows[0]).toMatchObject({ based_on: 2, documents: [{ name: 'Kiln' }] });
    const second = await test.startSecond();
    const query = '{ revision(number: 3) { documents { kind name document } } }';
    expect(await (await second.signIn(ADMIN.email, ADMIN.password)).ask(query)).toEqual(await admin.ask(query));
    await second.close();
  });

  it('can be gone back to, as a draft that is planned as any other', async () => {
    const { rollBack } = await ask<{ rollBack: { draft: { changes: unknown[] }; problems: unknown[] } }>('mutation { rollBack(to: 2) { draft { changes { name state } } problems { message } } }');
    expect(rollBack).toEqual({ draft: { changes: [{ name: 'Kiln', state: 'CHANGED' }] }, problems: [] });
    const { plan } = await ask<{ plan: { changes: { kind: string }[] } }>('{ plan { changes { kind } } }');
    expect(plan.changes.map(({ kind }) => kind)).toEqual(['removeField', 'changeObject']);
    await publish(3);
    expect((await ask<{ compareRevisions: unknown[] }>('{ compareRevisions(from: 2, to: 4) { name } }')).compareRevisions).toEqual([]);
  });

  it('take only some of a draft, if those stand by themselves', async () => {
    const link = { title: 'Shelf', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Shelf' } };
    await save([object('Shelf', { name: text('Name') }), object('Pot', { name: text('Name'), shelf: link }), object('Lid', { name: text('Name') })]);
    const refused = await publish(4, [{ kind: 'object', name: 'Pot' }]);
    expect(refused.revision).toBeNull();
    expect(refused.problems[0]?.message).toBe('These changes depend on others of the draft and cannot be published without them.');
    expect((await publish(4, [{ kind: 'object', name: 'Shelf' }])).revision).toBe(5);
    expect(await drafted()).toEqual(['Lid', 'Pot']);

    const { discardChange } = await ask<{ discardChange: boolean }>('mutation { discardChange(kind: "object", name: "Lid") }');
    expect(discardChange).toBe(true);
    expect(await drafted()).toEqual(['Pot']);
    expect((await publish(5)).revision).toBe(6);
    expect(await drafted()).toEqual([]);
  });

  async function drafted(): Promise<readonly string[]> {
    return (await ask<{ draft: { changes: { name: string }[] } }>('{ draft { changes { name } } }')).draft.changes.map(({ name }) => name).toSorted();
  }

  async function documentOf(name: string): Promise<{ properties: Record<string, unknown> }> {
    const { documents } = await ask<{ documents: { name: string; kind: string; document: { properties: Record<string, unknown> } }[] }>('{ documents { kind name document } }');
    return documents.find((one) => one.kind === 'object' && one.name === name)?.document ?? { properties: {} };
  }

  async function save(documents: readonly unknown[]): Promise<void> {
    const { saveDraft } = await ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
    expect(saveDraft.problems).toEqual([]);
  }

  async function publish(base: number, only?: readonly unknown[]): Promise<{ revision: number | null; problems: readonly TestProblem[] }> {
    const { plan } = await ask<{ plan: { changes: { id: string }[] } }>('{ plan { changes { id } } }');
    const { publish: result } = await ask<{ publish: { revision: number | null; problems: TestProblem[] } }>(
      'mutation ($base: Int!, $consents: [String!]!, $only: [DocumentKey!]) { publish(baseRevision: $base, consents: $consents, only: $only) { revision problems { path message } } }',
      { base, consents: plan.changes.map(({ id }) => id), only },
    );
    return result;
  }

  async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
});
