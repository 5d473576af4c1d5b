import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { TrailVerifier } from './trail-verifier.js';

interface Told {
  readonly kind: string;
  readonly actor_id: string | null;
  readonly detail: { readonly object?: string; readonly fields?: readonly string[]; readonly ids?: readonly string[]; readonly count?: number | null; readonly way?: string };
}

const field = (id: string, type: string, guanxi: object = {}, rest: object = { type: 'string' }) => ({ ...rest, guanxi: { id: `pt-${id}`, type, ...guanxi } });

const PATIENT = {
  kind: 'object', name: 'Patient', title: 'Patient', type: 'object', guanxi: { id: 'o-patient', nameField: 'name' },
  properties: {
    name: field('name', 'text'),
    diagnosis: field('diagnosis', 'text', { sensitive: true }),
    weight: field('weight', 'integer', { sensitive: true }, { type: 'integer' }),
    idNumber: field('id', 'encryptedText'),
    pin: field('pin', 'encryptedText', { sensitive: false }),
    heavy: field('heavy', 'formula', { formula: 'weight > 100', result: 'boolean' }, { type: 'boolean' }),
    referredBy: field('ref', 'lookup', { target: 'Patient', inverse: { name: 'referred' } }, { type: 'string', format: 'uuid' }),
  },
};

describe('reading sensitive fields', () => {
  let test: TestApp;
  let admin: Caller;
  let ids: readonly string[];

  beforeAll(async () => {
    test = await startTestApp('sensitive');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { saveDraft } = await metadata<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: [PATIENT] });
    expect(saveDraft.problems).toEqual([]);
    const { publish } = await metadata<{ publish: { problems: unknown[] } }>('mutation { publish(baseRevision: 1) { problems { message } } }');
    expect(publish.problems).toEqual([]);
    const made = await records<{ createPatients: { id: string }[] }>(`mutation { createPatients(data: [
      { name: "Ada", diagnosis: "influenza", weight: 60, idNumber: "A1", pin: "1" }, { name: "Bob", diagnosis: "sprain", weight: 120, idNumber: "B2", pin: "2" }]) { id } }`);
    ids = made.createPatients.map(({ id }) => id);
    await records('mutation ($id: ID!, $by: ID) { updatePatient(id: $id, data: { referredById: $by }) { id } }', { id: ids[1], by: ids[0] });
    await told();
  });
  afterAll(() => test.close());

  let seen = 0;
  const ask = async <Data>(query: string, variables: object, path: string): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, { ...variables }, path);
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const metadata = <Data>(query: string, variables: object = {}) => ask<Data>(query, variables, '/metadata');
  const records = <Data>(query: string, variables: object = {}) => ask<Data>(query, variables, '/graphql');
  /** What was written down about readings since the last time. */
  const told = async (): Promise<readonly Told[]> => {
    const { rows } = await test.database.pool.query<Told & { seq: number }>(`select seq::int as seq, kind, actor_id, detail from guanxi.trail where chain = $1 and seq > $2 order by seq`, [test.org.id, seen]);
    seen = rows.at(-1)?.seq ?? seen;
    return rows.filter(({ kind }) => kind === 'sensitiveRead');
  };
  const fetchText = async (url: string) => (await test.app.inject({ method: 'GET', url, headers: { cookie: admin.cookie } })).payload;

  it('is noted with who, which fields and which records, and the answer is as it was asked for', async () => {
    const answer = await records('{ patients(orderBy: [{ name: ASC }]) { nodes { name diagnosis } edges { node { w: weight } } } }');
    expect(answer).toEqual({ patients: { nodes: [{ name: 'Ada', diagnosis: 'influenza' }, { name: 'Bob', diagnosis: 'sprain' }], edges: [{ node: { w: 60 } }, { node: { w: 120 } }] } });
    const entries = await told();
    expect(entries.map(({ detail: { fields, count, ids: some, way } }) => [fields, count, [...(some ?? [])].sort(), way])).toEqual([[['diagnosis'], 2, [...ids].sort(), 'query'], [['weight'], 2, [...ids].sort(), 'query']]);
    expect(entries[0]?.actor_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(entries)).not.toMatch(/influenza|sprain|120/);
  });

  it('is noted through relations, of one record, of formulas, and of encrypted fields unless they say otherwise', async () => {
    await records('query ($id: ID!) { patient(id: $id) { referredBy { idNumber } referred { nodes { heavy } } pin } }', { id: ids[1] });
    expect((await told()).map(({ detail }) => [detail.fields, detail.ids])).toEqual([[['idNumber'], [ids[0]]]]);
    await records('query ($id: ID!) { patient(id: $id) { idNumber pin heavy } }', { id: ids[0] });
    expect((await told()).map(({ detail }) => [detail.fields, detail.ids])).toEqual([[['heavy', 'idNumber'], [ids[0]]]]);
  });

  it('is noted where values are filtered, ordered or added up without being shown', async () => {
    await records('{ patients(where: { diagnosis: { eq: "sprain" } }) { totalCount aggregate { max { weight } } } }');
    expect((await told()).map(({ detail }) => [detail.object, detail.fields, detail.count])).toEqual([['Patient', ['diagnosis', 'weight'], null]]);
  });

  it('is not noted of anything else', async () => {
    await records('{ patients { nodes { id name pin } totalCount } customers { nodes { id name } } }');
    await records('mutation ($id: ID!) { updatePatient(id: $id, data: { name: "Ada" }) { name } }', { id: ids[0] });
    expect(await told()).toEqual([]);
  });

  it('is noted of what changes answer, search finds, the history shows, the feed tells and files take along', async () => {
    await records('mutation ($id: ID!) { updatePatient(id: $id, data: { diagnosis: "pneumonia" }) { diagnosis } }', { id: ids[0] });
    expect((await told()).map(({ detail }) => [detail.way, detail.fields, detail.ids])).toEqual([['change', ['diagnosis'], [ids[0]]]]);
    expect(await records('{ search(text: "pneumonia") { object name } }')).toEqual({ search: [{ object: 'Patient', name: 'Ada' }] });
    expect((await told()).map(({ detail }) => [detail.fields, detail.ids])).toEqual([[['diagnosis'], [ids[0]]]]);
    await records('{ search(text: "Bob") { name } }');
    expect(await told()).toEqual([]);
    await metadata('query ($id: ID!) { timeline(object: "Patient", recordId: $id) { items { changes } } }', { id: ids[0] });
    expect((await told()).map(({ detail }) => [detail.way, detail.fields])).toEqual([['timeline', ['diagnosis', 'heavy', 'idNumber', 'weight'].filter((name) => name !== 'heavy')]]);
    await records('{ changes(first: 100, objects: ["Patient"]) { nodes { changes } } }');
    expect((await told()).map(({ detail }) => detail.way)).toEqual(['feed']);
    const csv = await fetchText('/export/Patient.csv?fields=name,diagnosis');
    expect(csv).toContain('pneumonia');
    expect((await told()).map(({ detail }) => [detail.way, detail.fields, detail.count])).toEqual([['export', ['diagnosis'], 2]]);
    await fetchText('/export/Patient.csv?fields=name');
    expect(await told()).toEqual([]);
  });

  it('stands in the chain beside publishing and exports, which still verifies', async () => {
    const { rows } = await test.database.pool.query<{ kind: string; detail: unknown }>(`select kind, detail from guanxi.trail where chain = $1 and kind in ('published', 'exported') order by seq`, [test.org.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['published', 'published', 'exported', 'exported']);
    expect(rows[1]?.detail).toEqual({ revision: 2, count: 1, documents: [{ kind: 'object', name: 'Patient', how: 'created' }] });
    expect(await test.app.get(TrailVerifier, { strict: false }).verify(test.org.id)).toMatchObject({ broken: null });
  });
});
