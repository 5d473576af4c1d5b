import { text as textOf } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { Workers } from '../queue/workers.js';
import { routesOf } from '../startup/route-list.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { CsvParser } from './formats/csv/csv-parser.js';
import { ImportTester } from './imports/testing/import-tester.js';

const HOSTILE = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', "'=1+1", '＝1+1', '＋1+1', '－1+1', '＠SUM(1)', '=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A1", 'a;=1+1', 'a\n=1+1'];
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;
const title = '=1+1 title';
const text = (id: string, more: object = {}) => ({ type: 'string', maxLength: 200, title, ...more, guanxi: { id, type: 'text' } });
const trap = {
  kind: 'object', name: 'Trap', title: '=1+1 trap', type: 'object',
  properties: { name: text('trap-name', { default: '=1+1 default' }), code: { ...text('trap-code'), title: '@code' }, size: { type: 'integer', title: '-size', guanxi: { id: 'trap-size', type: 'integer' } } },
  guanxi: { id: 'trap', nameField: 'name' },
};

type Fetch = () => Promise<Buffer>;
/** Routes that give no file of cells, and why. */
const NO_CELLS: Readonly<Record<string, string>> = {
  '/backup': 'lines of JSON, packed, which nothing but a restore reads',
  '/import/upload/:id': 'JSON', '/privacy/:id/export': 'a page and JSON, checked by privacy.test.ts',
};

describe('no file that goes out holds a formula', () => {
  let test: TestApp;
  let admin: Caller;
  let tester: ImportTester;
  let makers: Readonly<Record<string, readonly Fetch[]>>;

  beforeAll(async () => {
    test = await startTestApp('formula_injection');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    tester = new ImportTester(test, admin);
    await publishDocuments(admin, [trap]);
    await tester.ask('mutation ($data: [TrapCreate!]!) { createTraps(data: $data) { id } }', { data: HOSTILE.map((name) => ({ name, size: -5 })) }, '/graphql');
    await tester.ask('mutation { createApiKey(name: "=1+1 key") { key } }');
    await test.app.get(Workers).start();
    const get = (url: string): Fetch => async () => {
      const { statusCode, rawPayload } = await test.app.inject({ method: 'GET', url, headers: { cookie: admin.cookie, 'user-agent': '=1+1' } });
      expect([url, statusCode]).toEqual([url, 200]);
      return rawPayload;
    };
    makers = {
      '/export/:file': ['csv', 'xlsx'].flatMap((format) => [get(`/export/Trap.${format}`), get(`/export/Trap.${format}?headings=titles`)]),
      '/export/audit-log.csv': [get('/export/audit-log.csv')],
      '/export/trail.csv': [get('/export/trail.csv')],
      '/import/sample/:object.csv': [get('/import/sample/Trap.csv')],
      '/import/:id/rejected': [rejectedRows],
      '/exports/:id': [made('startExport(input: { object: "Trap", format: CSV, headings: TITLES })'), made('startExport(input: { object: "Trap", format: XLSX })'), made('startOrgExport(input: { objects: ["Trap"], format: CSV })')],
    };
  }, 120_000);
  afterAll(() => test.close());

  const made = (call: string): Fetch => async () => {
    const { started } = await tester.ask<{ started: { id: string } }>(`mutation { started: ${call} { id } }`);
    let file: Buffer | undefined;
    await until(async () => {
      const { statusCode, rawPayload } = await test.app.inject({ method: 'GET', url: `/exports/${started.id}`, headers: { cookie: admin.cookie } });
      if (statusCode === 200) file = rawPayload;
      return statusCode === 200;
    });
    return file ?? Buffer.alloc(0);
  };
  const rejectedRows: Fetch = async () => {
    const columns = [{ column: 'code', field: 'code' }, { column: '=1+1', field: 'name' }, { column: 'size', field: 'size' }];
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const id = await tester.start(`code,=1+1,size\n${HOSTILE.map((name) => `${quoted(name)},${quoted(name)},-5x`).join('\n')}\n`, { object: 'Trap', mode: 'create', columns });
    await until(async () => (await tester.read(id)).status === 'DONE');
    return tester.rejectedFile(id);
  };

  it('whatever makes it', async () => {
    const wrong: string[] = [];
    for (const [route, fetches] of Object.entries(makers)) {
      for (const fetch of fetches) {
        const found = await read(await fetch());
        expect([route, found.cells > 0]).toEqual([route, true]);
        wrong.push(...found.formulas.map((cell) => `${route}: ${JSON.stringify(cell)}`));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('and no route gives a file that was not looked at here', () => {
    const known = routesOf(test.app.getHttpAdapter().getInstance() as Parameters<typeof routesOf>[0]).filter(({ method, url }) => method === 'GET' && /export|import|csv|xlsx|report|backup/.test(url));
    expect(known.map(({ url }) => url).filter((url) => !url.endsWith('.ndjson') && !(url in makers) && !(url in NO_CELLS))).toEqual([]);
    expect(Object.keys(makers).filter((url) => !known.some((one) => one.url === url))).toEqual([]);
  });
});

interface Found { readonly cells: number; readonly formulas: readonly string[] }

/** The cells of a file that a spreadsheet would work out. */
async function read(file: Buffer): Promise<Found> {
  if (file.subarray(0, 2).toString() !== 'PK') return readCsv(file.toString('utf8').replace(/^\uFEFF/, ''));
  const parts: Found[] = [];
  const zip = await fromBufferPromise(file);
  for await (const entry of zip.eachEntry()) {
    const content = await textOf(await zip.openReadStreamPromise(entry));
    if (entry.fileName.endsWith('.csv')) parts.push(readCsv(content.replace(/^\uFEFF/, '')));
    if (/sheet\d+\.xml$/.test(entry.fileName)) parts.push({ cells: content.split('<c ').length - 1, formulas: content.match(/<f[ >].*?<\/f>/g) ?? [] });
  }
  return { cells: parts.reduce((sum, { cells }) => sum + cells, 0), formulas: parts.flatMap(({ formulas }) => formulas) };
}

function readCsv(content: string): Found {
  const parser = new CsvParser(',');
  const cells = [...parser.push(content), ...parser.end()].flatMap((record) => record.cells);
  return { cells: cells.length, formulas: cells.filter((cell) => RUNS.test(cell) && !/^[+-]\d[\d.]*$/.test(cell)) };
}
