import { serializeDocument, type MetadataDocument, type WorkspaceDescription } from '@guanxi/metadata';
import { ADMIN, startTestApp, type Caller, type TestApp, type TestProblem } from '../testing/test-app.js';
import { everyDocument } from '../testing/every-document.js';

interface Published {
  readonly revision: number | null;
  readonly problems: readonly TestProblem[];
}

/** What the command line does: `pull`, then `apply` to an empty org, then `pull` again. */
describe('an org as files', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('round_trip');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await empty();
  });
  afterAll(() => test.close());

  it('comes back byte by byte, with every kind of document and field', async () => {
    expect(await pull()).toEqual([]);
    await apply(everyDocument());
    const pulled = await pull();
    expect(pulled).toHaveLength(everyDocument().length);
    await empty();
    await apply(pulled.map((text) => JSON.parse(text) as unknown));
    expect(await pull()).toEqual(pulled);
  }, 60_000);

  it('is told in the language that a program asks for', async () => {
    const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "any") { key } }');
    const ask = async (locale: string, query: string, variables: object = {}, url = '/metadata') => {
      const answer = await test.app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${data?.createApiKey.key}`, 'accept-language': locale }, payload: { query, variables } });
      return answer.json<{ data: { workspace: WorkspaceDescription; saveDraft: { problems: TestProblem[] }; __type: { fields: { name: string; description: string | null }[] } } }>().data;
    };
    const wrong = { documents: [{ kind: 'view', name: 'v', title: 'V', object: 'Visti', columns: ['name'] }] };
    const save = 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path code message hint } } }';
    expect((await ask('en', save, wrong)).saveDraft.problems).toEqual([{ path: '/view:v/object', code: 'object.unknown', message: 'There is no object "Visti".', hint: 'Did you mean "Visit"?' }]);
    expect((await ask('zh-TW,en;q=0.5', save, wrong)).saveDraft.problems).toEqual([{ path: '/view:v/object', code: 'object.unknown', message: '沒有物件「Visti」。', hint: '您是不是要輸入「Visit」？' }]);

    const { objects, apps } = (await ask('zh-Hant', '{ workspace }')).workspace;
    const find = (name: string) => objects.find((object) => object.name === name);
    expect(find('Customer')?.label).toBe('客戶');
    expect(find('Customer')?.fields.find(({ name }) => name === 'tier')?.valueLabels).toEqual({ gold: '金', old: 'old' });
    expect(find('Visit')).toMatchObject({ recordTypes: [{ label: '銷售' }, { offered: false }], rules: [{ message: '太遠了' }], actions: [{ title: '回電' }], compact: ['done', 'day'] });
    expect(find('Contact')?.relations.map(({ name, label }) => [name, label])).toContainEqual(['mentions', 'Visits']);
    expect(find('Customer')?.relations.find(({ name }) => name === 'contacts')?.label).toBe('人');
    expect(apps[0]?.navigation).toContainEqual({ title: '人員', items: ['Customer', 'Contact'] });
    expect(find('Customer')?.fields.find(({ name }) => name === 'tier')?.value.settings['values']).toHaveLength(2);

    const typeQuery = '{ __type(name: "Visit") { fields { name description } } }';
    const subject = async (locale: string) => (await ask(locale, typeQuery, {}, '/graphql')).__type.fields.find(({ name }) => name === 'subject')?.description;
    expect([await subject('en'), await subject('zh-TW'), await subject('de')]).toEqual(['What it is about', '主題', 'What it is about']);
  });

  async function pull(): Promise<readonly string[]> {
    const { data } = await admin.ask<{ documents: { document: MetadataDocument }[] }>('{ documents(draft: false) { document } }');
    return (data?.documents ?? []).map(({ document }) => serializeDocument(document)).sort();
  }

  async function apply(documents: readonly unknown[], remove: readonly { readonly kind: string; readonly name: string }[] = []): Promise<void> {
    const saved = await admin.ask<{ saveDraft: { problems: TestProblem[] } }>(
      'mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path code message hint } } }',
      { documents, remove },
    );
    expect([saved.errors, saved.data?.saveDraft.problems]).toEqual([undefined, []]);
    const { data: planned } = await admin.ask<{ plan: { baseRevision: number; changes: { id: string; risk: string }[] } }>('{ plan { baseRevision changes { id risk } } }');
    const consents = planned?.plan.changes.filter(({ risk }) => risk === 'DESTROYING').map(({ id }) => id);
    const { data, errors } = await admin.ask<{ publish: Published }>(
      'mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { revision problems { path code message hint } } }',
      { base: planned?.plan.baseRevision, consents },
    );
    expect([errors, data?.publish.problems]).toEqual([undefined, []]);
  }

  async function empty(): Promise<void> {
    const { data } = await admin.ask<{ documents: { kind: string; name: string }[] }>('{ documents(draft: false) { kind name } }');
    await apply([], (data?.documents ?? []).map(({ kind, name }) => ({ kind, name })));
  }
});
