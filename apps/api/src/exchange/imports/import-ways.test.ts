import type { ImportPlan } from '@guanxi/metadata';
import { writeXlsx } from 'hucre/xlsx';
import { Engine } from '../../automation/engine.js';
import { publishDocuments } from '../../testing/publish-documents.js';
import { ADMIN, startTestApp, type TestApp } from '../../testing/test-app.js';
import { textEncoder } from '../formats/text/encode-text.js';
import { ImportTester } from './testing/import-tester.js';

let test: TestApp;
let tester: ImportTester;
beforeAll(async () => {
  test = await startTestApp('import ways');
  tester = new ImportTester(test, await test.signIn(ADMIN.email, ADMIN.password));
});
afterAll(() => test.close());

const customers = (more: Partial<ImportPlan> = {}): ImportPlan => ({
  object: 'Customer', mode: 'create', columns: [{ column: 'number', field: 'customerNumber' }, { column: 'name', field: 'name' }, { column: 'status', field: 'status' }], ...more,
});
const upsert = (more: Partial<ImportPlan> = {}) => customers({ mode: 'upsert', matchBy: 'customerNumber', ...more });
const named = async (number: string) => {
  const { customers: found } = await tester.ask<{ customers: { nodes: { name: string; status: string | null }[] } }>(`{ customers(where: { customerNumber: { eq: "${number}" } }) { nodes { name status } } }`, {}, '/graphql');
  return found.nodes;
};

describe('a file', () => {
  it('in Big5 comes in, and its rejected rows go back in Big5 with the reasons', async () => {
    const { encode } = textEncoder('big5');
    const end = await tester.run(encode('number,name,status\nB-1,王小明,active\nB-2,陳美玲,沒有這種\nB-3,臺北市的客戶,active\n'), customers());
    expect(end).toMatchObject({ status: 'DONE', created: 2, rejected: 1 });
    expect(await named('B-3')).toEqual([{ name: '臺北市的客戶', status: 'active' }]);
    const file = new TextDecoder('big5').decode(await tester.rejectedFile(end.id));
    expect(file.split('\n').slice(0, 2)).toEqual(['number,name,status,row,reason', expect.stringMatching(/^B-2,陳美玲,沒有這種,3,/)]);
  });

  it('in GB 18030, as a workbook and as JSON lines comes in too', async () => {
    expect(await tester.run(textEncoder('gb18030').encode('number;name;status\nG-1;陈美玲;active\nG-2;北京市的客户;active\n'), customers())).toMatchObject({ created: 2 });
    const workbook = await writeXlsx({ sheets: [{ name: 'Customers', rows: [['number', 'name', 'status'], [1001, '王小明', 'active'], [1002, 'Ada', 'gone']] }] });
    const end = await tester.run(workbook, customers());
    expect(end).toMatchObject({ created: 1, rejected: 1 });
    expect(await named('1001')).toEqual([{ name: '王小明', status: 'active' }]);
    expect((await tester.rejectedFile(end.id)).subarray(0, 2).toString()).toBe('PK');
    expect(await tester.run('{"number":"J-1","name":"Ada","status":"active"}\n{"number":"J-2","name":"Bob"}\n', customers())).toMatchObject({ created: 2 });
  });
});

describe('a preview', () => {
  it('says what is new, changed, the same and wrong, and is as it said when it is confirmed', async () => {
    await tester.run('number,name,status\nP-1,One,active\nP-2,Two,active\n', customers());
    const ready = await tester.run('number,name,status\nP-1,One,active\nP-2,Second,active\nP-3,Three,active\nP-3,Again,active\nP-4,,active\n', upsert(), true);
    const expected = { created: 1, updated: 1, unchanged: 1, rejected: 2 };
    expect(ready).toMatchObject({ status: 'READY', created: 0, expected });
    expect(ready.problems.map(({ code, column, action, rows }) => [code, column, action, rows])).toEqual([['repeated', 'number', 'MEND_FILE', 1], ['required', 'name', 'FILL_BLANK', 1]]);
    const { rows } = await tester.ask<{ rows: { row: number }[] }>('query ($id: ID!) { rows: rejectedRows(import: $id, code: "repeated") { row } }', { id: ready.id });
    expect(rows).toEqual([{ row: 5 }]);
    expect(await tester.confirm(ready.id)).toMatchObject({ status: 'DONE', ...expected });
    expect(await named('P-2')).toEqual([{ name: 'Second', status: 'active' }]);
  });

  it('is mended by rules: values for values, a text for blanks, dates in another order, cells that do not matter', async () => {
    const file = 'number,name,status\nM-1,One,enabled\nM-2,,active\nM-3,Three,whatever\n';
    const ready = await tester.run(file, customers(), true);
    expect(ready.problems.map(({ action, column, values }) => [action, column, values.map(({ value }) => value)])).toEqual([['MAP_VALUES', 'status', ['enabled', 'whatever']], ['FILL_BLANK', 'name', []]]);
    const mended = customers({
      columns: [{ column: 'number', field: 'customerNumber' }, { column: 'name', field: 'name', default: 'Nobody' }, { column: 'status', field: 'status', replace: { enabled: 'active' }, unfit: 'blank' }],
    });
    expect(await tester.run(file, mended)).toMatchObject({ created: 3, rejected: 0 });
    expect([await named('M-1'), await named('M-2')]).toMatchObject([[{ status: 'active' }], [{ name: 'Nobody' }]]);
    const orders = (locale: string): ImportPlan => ({ object: 'Order', mode: 'create', columns: [{ column: 'c', field: 'customer', match: 'customerNumber' }, { column: 'd', field: 'orderedOn', locale }, { column: 'a', field: 'amount' }] });
    expect(await tester.run('c,d,a\nM-1,31/12/2025,5\n', orders('en-US'))).toMatchObject({ created: 0, problems: [{ action: 'DATE_FORMAT' }] });
    expect(await tester.run('c,d,a\nM-1,31/12/2025,5\n', orders('en-GB'))).toMatchObject({ created: 1 });
  });
});

describe('records that are there', () => {
  it('keep what a blank cell does not tell, where that is wanted; rows without a match can be left out', async () => {
    await tester.run('number,name,status\nK-1,One,active\n', customers());
    expect(await tester.run('number,name,status\nK-1,Uno,\nK-9,Nine,active\n', upsert({ mode: 'update', blanks: 'keep' }))).toMatchObject({ updated: 1, skipped: 1 });
    expect(await named('K-1')).toEqual([{ name: 'Uno', status: 'active' }]);
    await tester.run('number,name,status\nK-1,Uno,\n', upsert());
    expect(await named('K-1')).toEqual([{ name: 'Uno', status: null }]);
  });

  it('are matched by several fields together', async () => {
    const both = upsert({ matchBy: ['customerNumber', 'name'] });
    expect(await tester.run('number,name,status\nK-1,Uno,active\n', both)).toMatchObject({ updated: 1 });
    expect(await tester.run('number,name,status\nK-1,Dos,active\n', both)).toMatchObject({ created: 0, rejected: 1, rejectedSample: [{ column: 'number', code: 'not-unique' }] });
  });
});

describe('what follows', () => {
  const events = () => tester.count('_event');

  it('is what follows from any save, or nothing, or one event for the import', async () => {
    const before = await events();
    await tester.run('number,name,status\nA-1,One,active\nA-2,Two,active\n', customers());
    expect(await events()).toBe(before + 2);
    await tester.run('number,name,status\nA-3,One,active\n', customers({ automations: 'SUPPRESS' }));
    expect([await events(), await tester.count('_import_event')]).toEqual([before + 2, 0]);
    await tester.run('number,name,status\nA-4,One,active\n', customers({ automations: 'ONE_EVENT' }));
    expect([await events(), await tester.count('_import_event')]).toEqual([before + 2, 1]);
  });

  it('is one run for all of the import, where it counts as one event', async () => {
    const admin = await test.signIn(ADMIN.email, ADMIN.password);
    const inputs = [{ name: 'created', type: 'number', required: true }, { name: 'startedAt', type: 'datetime', required: true }];
    const workflow = (given: readonly object[]) => ({
      kind: 'workflow', name: 'afterImport', title: 'After an import', object: 'Customer', trigger: { event: { name: 'import.done', inputs: given } },
      steps: [{ id: 'all', action: 'updateRecords', input: { object: 'Customer', where: 'createdAt >= $Run.startedAt', values: { name: "name & '!'" } } }], guanxi: { id: 'w-after-import' },
    });
    const refused = await admin.ask<{ saveDraft: { problems: { path: string; code: string }[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path code } } }', { documents: [workflow([{ name: 'sender', type: 'text', required: true }])] });
    expect(refused.data?.saveDraft.problems).toContainEqual({ path: expect.stringMatching(/trigger\/event\/inputs$/), code: 'input.missing' });
    await publishDocuments(admin, [workflow(inputs)]);
    await tester.ask('mutation { activateWorkflow(name: "afterImport", includePast: false) { active } }');
    const { id } = await tester.run('number,name,status\nE-1,One,active\nE-2,Two,active\nE-3,,active\n', customers({ automations: 'ONE_EVENT' }));
    const { rows } = await test.database.pool.query(`select occasion, "values" ->> 'created' as created, trigger ->> 'source' as source from ${test.org.schema}._run where workflow_id = 'w-after-import'`);
    expect(rows).toEqual([{ occasion: `event:import:${id}`, created: '2', source: 'import' }]);
    await test.app.get(Engine).work(test.org);
    expect([await named('E-1'), await named('E-2')]).toMatchObject([[{ name: 'One!' }], [{ name: 'Two!' }]]);
  });

  it('is taken back whole, but for what others have changed since', async () => {
    await tester.run('number,name,status\nU-1,Before,active\n', customers());
    const end = await tester.run('number,name,status\nU-1,After,active\nU-2,New,active\n', upsert());
    expect(end).toMatchObject({ created: 1, updated: 1 });
    const { undone } = await tester.ask<{ undone: { status: string; leftOutCount: number } }>('mutation ($id: ID!) { undone: undoOperation(id: $id) { status leftOutCount } }', { id: end.id });
    expect(undone).toEqual({ status: 'DONE', leftOutCount: 0 });
    expect([await named('U-1'), await named('U-2')]).toMatchObject([[{ name: 'Before' }], []]);
  });

  it('is kept when it is stopped, and nothing is left of the staged rows', async () => {
    const ready = await tester.run('number,name,status\nS-1,One,active\n', customers(), true);
    const { stopped } = await tester.ask<{ stopped: { status: string } }>('mutation ($id: ID!) { stopped: cancelImport(id: $id) { status } }', { id: ready.id });
    expect(stopped.status).toBe('CANCELLED');
    const { rows } = await test.database.pool.query("select 1 from pg_tables where schemaname = $1 and starts_with(tablename, $2)", [test.org.schema, `_import_${ready.id.replaceAll('-', '')}`]);
    expect(rows).toEqual([]);
    await expect(tester.confirm(ready.id)).rejects.toThrow('does not wait');
  });
});

it('keeps a mapping under a name, and shows what a file for an object looks like', async () => {
  const plan = customers();
  await tester.ask('mutation ($plan: JSON!) { saveImportMapping(name: "Shop", plan: $plan) { id } }', { plan });
  const { importMappings } = await tester.ask<{ importMappings: { id: string; name: string; plan: unknown }[] }>('{ importMappings(object: "Customer") { id name plan } }');
  expect(importMappings).toMatchObject([{ name: 'Shop', plan }]);
  await tester.ask('mutation ($id: ID!) { deleteImportMapping(id: $id) }', { id: importMappings[0]?.id });
  const sample = await test.app.inject({ method: 'GET', url: '/import/sample/Customer.csv', headers: { cookie: (await test.signIn(ADMIN.email, ADMIN.password)).cookie } });
  const upload = await tester.upload(sample.rawPayload);
  expect(upload).toMatch(/^[0-9a-f-]{36}$/);
});
