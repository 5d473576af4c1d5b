import { ADMIN, startTestApp, type Answer, type Caller, type TestApp, type TestProblem } from '../testing/test-app.js';
import { until } from '../testing/until.js';

interface Change {
  readonly id: string;
  readonly kind: string;
  readonly risk: string;
  readonly sentence: string;
  readonly rows: number | null;
  readonly blocking: boolean;
  readonly examples: readonly { readonly id: string; readonly name: string }[] | null;
}
interface Plan {
  readonly baseRevision: number;
  readonly changes: readonly Change[];
}
interface PublishResult {
  readonly revision: number | null;
  readonly plan: Plan;
  readonly problems: readonly TestProblem[];
}

const CHANGE = 'id kind risk sentence rows blocking examples sql object field';

describe('publishing', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('publishing');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  it('starts with the first solution as revision 1', async () => {
    const { data } = await admin.ask<{ revisions: { number: number }[]; documents: { kind: string; name: string; state: string }[] }>('{ revisions { number } documents { kind name state } }');
    expect(data?.revisions).toEqual([{ number: 1 }]);
    expect(data?.documents).toContainEqual({ kind: 'object', name: 'Customer', state: 'PUBLISHED' });
  });

  it('refuses wrong documents whole, with every problem, a pointer and a hint', async () => {
    const wrong = { ...project(), properties: { ...project().properties, budget: { type: 'string', guanxi: { type: 'currncy' } }, 'bad name': { type: 'string', guanxi: { type: 'text' } } } };
    const answer = await saveDraft([project(), 'nonsense', wrong]);
    expect(answer.data?.saveDraft.draft).toBeNull();
    const problems = answer.data?.saveDraft.problems ?? [];
    expect(problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['/1', expect.stringMatching(/^\/object:Project\/properties\/budget/)]));
    expect(problems.some(({ hint }) => hint !== undefined && hint !== null)).toBe(true);
    expect((await admin.ask<{ draft: { changes: unknown[] } }>('{ draft { changes { name } } }')).data?.draft.changes).toEqual([]);
  });

  it('makes an object that is there at once, without a restart', async () => {
    expect((await saveDraft([project()])).data?.saveDraft.problems).toEqual([]);
    const plan = await readPlan();
    expect(plan.changes).toEqual([expect.objectContaining({ risk: 'ONLINE', blocking: false, sentence: expect.stringContaining('Project') })]);

    const result = await publish();
    expect(result).toMatchObject({ revision: 2, problems: [] });

    const { data } = await admin.ask<{ workspace: { revision: number; apps: { navigation: string[] }[]; objects: { name: string; layout: { sections: unknown[] } }[] }; recordSchema: object }>(
      '{ workspace recordSchema(object: "Project") }',
    );
    expect(data?.workspace.revision).toBe(2);
    expect(data?.workspace.apps[0]?.navigation).toContain('Project');
    expect(data?.workspace.objects.find(({ name }) => name === 'Project')?.layout.sections).not.toHaveLength(0);
    expect(data?.recordSchema).toMatchObject({ properties: { code: { title: 'Code' } } });
    const introspected = await admin.ask<{ __type: { fields: { name: string }[] } }>('{ __type(name: "Project") { fields { name } } }', {}, '/graphql');
    expect(introspected.data?.__type.fields).toContainEqual({ name: 'code' });
  });

  it('keeps the values of a field that is renamed', async () => {
    await createProjects([{ name: 'Bridge', code: 'B-1' }, { name: 'Tunnel', code: null }]);
    const { code, ...others } = (await publishedProject()).properties;
    await saveDraft([{ ...(await publishedProject()), properties: { ...others, reference: code } }]);
    expect((await readPlan()).changes).toEqual([expect.objectContaining({ kind: expect.stringMatching(/rename/i), risk: 'ONLINE' })]);
    expect((await publish()).revision).toBe(3);
    expect((await listProjects('name reference')).map((one) => one['reference'])).toEqual(['B-1', null]);
  });

  it('says how many records do not fit before a field is made required, and publishes nothing', async () => {
    await saveDraft([{ ...(await publishedProject()), required: ['name', 'reference'] }]);
    const [change] = (await readPlan()).changes;
    expect(change).toMatchObject({ risk: 'NARROWING', rows: 1, blocking: true, examples: [{ name: 'Tunnel' }] });
    const result = await publish();
    expect(result.revision).toBeNull();
    expect(result.problems).toEqual([expect.objectContaining({ code: 'blocked', message: expect.stringContaining('do not fit: 1') })]);
    await admin.ask('mutation { discardDraft }');
  });

  it('asks before values are lost, and takes the consent', async () => {
    const { reference: _, ...others } = (await publishedProject()).properties;
    await saveDraft([{ ...(await publishedProject()), properties: others }]);
    const [change] = (await readPlan()).changes;
    expect(change).toMatchObject({ risk: 'DESTROYING', rows: 1 });
    const asked = await publish();
    expect(asked).toMatchObject({ revision: null, problems: [{ code: 'consentNeeded' }] });
    expect(await publish([change?.id ?? ''])).toMatchObject({ revision: 4 });
    expect(await listProjects('name')).toHaveLength(2);
  });

  it('is refused when somebody else published in between', async () => {
    await saveDraft([{ ...(await publishedProject()), title: 'Undertaking' }]);
    const answer = await admin.ask('mutation { publish(baseRevision: 1) { revision } }');
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT', revision: 4 } });
    await admin.ask('mutation { discardDraft }');
  });

  it('takes back an edit that leaves nothing changed', async () => {
    const before = await publishedProject();
    await saveDraft([{ ...before, title: 'Undertaking' }]);
    const { data } = await saveDraft([before]);
    expect(data?.saveDraft.draft?.changes).toEqual([]);
  });

  it('says who uses a field', async () => {
    const { data } = await admin.ask<{ fieldUsage: { kind: string; name: string; title: string; path: string }[] }>('{ fieldUsage(object: "Task", field: "subject") { kind name title path } }');
    expect(data?.fieldUsage.map(({ kind }) => kind)).toContain('workflow');
  });

  it('counts the records of each object', async () => {
    const { data } = await admin.ask<{ objectCounts: { object: string; records: number }[] }>('{ objectCounts { object records } }');
    expect(data?.objectCounts).toContainEqual({ object: 'Project', records: 2 });
  });

  it('reaches other processes', async () => {
    const second = await test.startSecond();
    try {
      const there = await second.signIn(ADMIN.email, ADMIN.password);
      const read = async () => (await there.ask<{ workspace: { revision: number; objects: { name: string; label: string }[] } }>('{ workspace }')).data?.workspace;
      const before = (await read())?.revision ?? 0;
      await saveDraft([{ ...(await publishedProject()), title: 'Undertaking' }]);
      await publish();
      await until(async () => (await read())?.revision !== before);
      const after = await read();
      expect(after?.revision).toBe(before + 1);
      expect(after?.objects.find(({ name }) => name === 'Project')?.label).toBe('Undertaking');
    } finally {
      await second.close();
    }
  });

  it('goes on while records are read and written', async () => {
    let stop = false;
    const failures: unknown[] = [];
    const work = async () => {
      while (!stop) {
        const answers = [
          await admin.ask('{ projects { nodes { id name } totalCount } }', {}, '/graphql'),
          await admin.ask('mutation { createProject(data: { name: "Busy" }) { id } }', {}, '/graphql'),
        ];
        failures.push(...answers.flatMap(({ errors }) => errors ?? []));
      }
    };
    const working = [work(), work()];
    for (const count of [1, 2, 3]) {
      const document = await publishedProject();
      await saveDraft([{ ...document, properties: { ...document.properties, [`extra${count}`]: { type: 'string', guanxi: { type: 'text' } } } }]);
      expect((await publish()).problems).toEqual([]);
    }
    stop = true;
    await Promise.all(working);
    expect(failures).toEqual([]);
  });

  function project() {
    return {
      kind: 'object',
      name: 'Project',
      title: 'Project',
      type: 'object',
      properties: {
        name: { title: 'Name', type: 'string', guanxi: { type: 'text' } },
        code: { title: 'Code', type: 'string', guanxi: { type: 'text' } },
      },
      required: ['name'],
      guanxi: { nameField: 'name' },
    };
  }

  async function publishedProject(): Promise<ReturnType<typeof project> & { properties: Record<string, unknown> }> {
    const { data } = await admin.ask<{ documents: { name: string; kind: string; document: ReturnType<typeof project> }[] }>('{ documents(draft: false) { kind name document } }');
    const found = data?.documents.find(({ kind, name }) => kind === 'object' && name === 'Project');
    if (!found) throw new Error('There is no Project.');
    return found.document;
  }

  function saveDraft(documents: readonly unknown[]): Promise<Answer<{ saveDraft: { draft: { changes: unknown[] } | null; problems: TestProblem[] } }>> {
    return admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { draft { changes { name state } } problems { path code message hint } } }', { documents });
  }

  async function readPlan(): Promise<Plan> {
    const { data, errors } = await admin.ask<{ plan: Plan }>(`{ plan { baseRevision changes { ${CHANGE} } problems { path message } } }`);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.plan;
  }

  async function publish(consents: readonly string[] = []): Promise<PublishResult> {
    const { baseRevision } = await readPlan();
    const { data, errors } = await admin.ask<{ publish: PublishResult }>(
      `mutation ($baseRevision: Int!, $consents: [String!]!) { publish(baseRevision: $baseRevision, consents: $consents) { revision plan { baseRevision changes { ${CHANGE} } } problems { path code message hint } } }`,
      { baseRevision, consents },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return data.publish;
  }

  async function createProjects(rows: readonly object[]): Promise<void> {
    const { errors } = await admin.ask('mutation ($data: [ProjectCreate!]!) { createProjects(data: $data) { id } }', { data: rows }, '/graphql');
    if (errors) throw new Error(JSON.stringify(errors));
  }

  async function listProjects(fields: string): Promise<readonly Record<string, unknown>[]> {
    const { data, errors } = await admin.ask<{ projects: { nodes: Record<string, unknown>[] } }>(`{ projects(orderBy: [{ name: ASC }]) { nodes { ${fields} } } }`, {}, '/graphql');
    if (!data) throw new Error(JSON.stringify(errors));
    return data.projects.nodes;
  }
});
