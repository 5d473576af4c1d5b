import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

describe('publishing a workflow that keeps tests', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('publishing tests');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const publish = async (runs: boolean) => {
    const document = { kind: 'workflow', name: 'kept', title: 'Kept', object: 'Crate', trigger: { created: {} }, when: 'size > 3', steps: [{ id: 'stop', action: 'stop', input: {} }], tests: [{ title: 'small', record: { name: 'A', size: 1 }, expect: { runs } }] };
    const crate = { kind: 'object', name: 'Crate', title: 'Crate', type: 'object', properties: { name: { title: 'Name', type: 'string', guanxi: { type: 'text' } }, size: { title: 'Size', type: 'integer', guanxi: { type: 'integer' } } }, required: ['name'], guanxi: { nameField: 'name' } };
    const { saveDraft } = await ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents: [crate, document] });
    expect(saveDraft.problems).toEqual([]);
    return (await ask<{ publish: { revision: number | null; problems: { path: string; message: string }[] } }>('mutation { publish(baseRevision: 1) { revision problems { path message } } }')).publish;
  };

  it('is refused where one fails, with what was expected and what came, and leaves nothing behind where they pass', async () => {
    expect(await publish(true)).toEqual({
      revision: null,
      problems: [{ path: '/workflow:kept/tests/0', message: 'The test “small” of the workflow “Kept” fails: It was expected to run, but this part of the condition was false: size > 3.' }],
    });
    expect(await publish(false)).toEqual({ revision: 2, problems: [] });
    const { rows } = await test.database.pool.query(`select 1 from "${test.org.schema}".crate`);
    expect(rows).toEqual([]);
  });

  it('is tried on values of a record that there is not, and says what is wrong with them', async () => {
    const tryOut = (size: unknown) => admin.ask<{ testWorkflow: { holds: boolean; record: unknown; steps: { action: string; status: string }[] } }>(
      'mutation ($given: TrialGiven!) { testWorkflow(workflow: "kept", given: $given) { holds record steps { action status } } }', { given: { record: { name: 'Made up', size } } });
    const me = (await admin.ask<{ session: { user: { id: string } } }>('{ session { user { id } } }')).data?.session.user;
    expect((await tryOut(7)).data?.testWorkflow).toEqual({ holds: true, record: { name: 'Made up', size: 7, owner: me?.id }, steps: [{ action: 'stop', status: 'done' }] });
    expect((await tryOut(1)).data?.testWorkflow.holds).toBe(false);
    expect((await tryOut('many')).errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', problems: [{ message: expect.stringContaining('ize') as unknown }] });
    const { rows } = await test.database.pool.query(`select 1 from "${test.org.schema}".crate`);
    expect(rows).toEqual([]);
  });
});
