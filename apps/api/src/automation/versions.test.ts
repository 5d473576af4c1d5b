import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import type { WorkflowDocument } from '@guanxi/metadata';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { publishDocuments } from '../testing/publish-documents.js';

interface Version { readonly number: number; readonly inForce: boolean; readonly openRuns: number; readonly note: string | null; readonly by: { readonly name: string } | null; readonly document: WorkflowDocument }

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
  const versions = async () => (await ask<{ workflowVersions: Version[] }>('{ workflowVersions(name: "winback-call") { number inForce openRuns note by { name } document } }')).workflowVersions;
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

  it('is told what was said at the publishing, and how many runs still go on with an older version', async () => {
    const [before] = await versions();
    if (!before) throw new Error('The workflow was never published.');
    const schema = test.org.schema;
    const database = test.app.get(OrgDatabase, { strict: false });
    const run = (status: string, revision: number, finished: boolean) => database.session(test.org).run(sql`insert into ${orgTable(schema, 'run')} (id, workflow_id, object, record_id, occasion, revision, status, step, depth, trigger, facts, started_at, finished_at)
      values (gen_random_uuid(), ${before.document.guanxi.id}, 'o', gen_random_uuid(), gen_random_uuid()::text, ${revision}, ${status}, 0, 0, '{}', '{}', now(), ${finished ? new Date() : null}::timestamptz)`);
    await run('resting', before.number, false);
    await run('resting', before.number, false);
    await run('done', before.number, true);
    await ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: [{ ...before.document, title: 'Said' }] });
    const { plan } = await ask<{ plan: { baseRevision: number } }>('{ plan { baseRevision } }');
    await ask('mutation ($base: Int!) { publish(baseRevision: $base, note: "  As sales asked for ") { revision } }', { base: plan.baseRevision });
    const [now, old] = await versions();
    expect([now, old].map((version) => [version?.inForce, version?.openRuns, version?.note])).toEqual([[true, 0, 'As sales asked for'], [false, 2, null]]);
    const { revisions } = await ask<{ revisions: { note: string | null }[] }>('{ revisions(first: 2) { note } }');
    expect(revisions.map(({ note }) => note)).toEqual(['As sales asked for', null]);
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
