import type { WorkflowDocument } from '@guanxi/metadata';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { publishDocuments } from '../testing/publish-documents.js';

interface Version { readonly number: number; readonly inForce: boolean; readonly openRuns: number; readonly by: { readonly name: string } | null; readonly document: WorkflowDocument }

describe('what the designer of workflows asks', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('versions');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const versions = async () => (await ask<{ workflowVersions: Version[] }>('{ workflowVersions(name: "winback-call") { number inForce openRuns by { name } document } }')).workflowVersions;
  const publish = async (documents: readonly object[]) => {
    return publishDocuments(admin, documents);
  };

  it('is told each revision that changed the workflow, and none that changed something else', async () => {
    const [first] = await versions();
    if (!first) throw new Error('The workflow was never published.');
    const changed = await publish([{ ...first.document, title: 'Call quiet customers' }]);
    const { documents } = await ask<{ documents: { kind: string; name: string; document: object }[] }>('{ documents { kind name document } }');
    const other = documents.find(({ kind, name }) => kind === 'workflow' && name === 'close-call-on-order');
    await publish([{ ...other?.document, title: 'Something else' }]);
    const now = await versions();
    expect(now.map(({ number, inForce, openRuns }) => ({ number, inForce, openRuns }))).toEqual([
      { number: changed, inForce: true, openRuns: 0 }, { number: first.number, inForce: false, openRuns: 0 },
    ]);
    expect(now[0]?.document.title).toBe('Call quiet customers');
    expect(now[0]?.by?.name).toBe('Admin');
    expect(now[1]?.document).toEqual(first.document);
  });

  it('is told nothing of a workflow that was never published', async () => {
    expect((await ask<{ workflowVersions: Version[] }>('{ workflowVersions(name: "nothing") { number document inForce openRuns } }')).workflowVersions).toEqual([]);
  });

  it('is told the sentence of a trigger that is still being written', async () => {
    const workflows = [
      { object: 'Customer', trigger: { schedule: { cron: '0 9 * * 1', timeZone: 'Asia/Taipei' } } },
      { object: 'Customer', trigger: { updated: { to: { status: 'lost' } } } },
      { object: 'Nowhere', trigger: { created: {} } },
      { object: 'Customer', trigger: {} },
    ];
    expect((await ask<{ triggerTexts: string[] }>('query ($workflows: [JSON!]!) { triggerTexts(workflows: $workflows) }', { workflows })).triggerTexts)
      .toEqual(['every Monday at 09:00 in Asia/Taipei, for Customers', 'when Status of any Customer becomes lost', '', '']);
  });

  it('is told when a schedule comes due next, and what is wrong with one', async () => {
    const { good, bad } = await ask<{ good: { times: string[]; timeZone: string; problem: null }; bad: { times: string[]; problem: string } }>(
      '{ good: scheduleTimes(cron: "0 9 * * *", timeZone: "Asia/Taipei", first: 2) { times timeZone problem } bad: scheduleTimes(cron: "0 9 * *") { times problem } }');
    expect(good).toMatchObject({ timeZone: 'Asia/Taipei', problem: null, times: [expect.stringContaining('T01:00:00'), expect.stringContaining('T01:00:00')] });
    expect(bad).toEqual({ times: [], problem: expect.stringContaining('instead of five') });
  });
});
