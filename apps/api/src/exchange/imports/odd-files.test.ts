import type { ImportPlan } from '@guanxi/metadata';
import { writeXlsx } from 'hucre/xlsx';
import { ADMIN, startTestApp, type TestApp } from '../../testing/test-app.js';
import { ImportTester } from './testing/import-tester.js';

let test: TestApp;
let tester: ImportTester;
let cookie: string;
beforeAll(async () => {
  test = await startTestApp('odd files');
  const admin = await test.signIn(ADMIN.email, ADMIN.password);
  cookie = admin.cookie;
  tester = new ImportTester(test, admin);
});
afterAll(() => test.close());

const plan: ImportPlan = {
  object: 'Customer', mode: 'create', columns: [{ column: 'number', field: 'customerNumber' }, { column: 'name', field: 'name' }, { column: 'status', field: 'status' }],
};
const HEAD = 'number,name,status\n';
const names = async (prefix: string) => {
  const { customers } = await tester.ask<{ customers: { nodes: { name: string }[] } }>('query ($prefix: String!) { customers(where: { customerNumber: { startsWith: $prefix } }, orderBy: [{ customerNumber: ASC }]) { nodes { name } } }', { prefix }, '/graphql');
  return customers.nodes.map(({ name }) => name);
};
/** Not plain at the beginning, so that nobody looks for the zero byte any further. */
const utf8Rows = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index},王小明 ${index} ${'x'.repeat(150)},active\n`).join('');

describe('a file that is not what it seems', () => {
  it('changes its encoding on the way: the row is told, and a preview writes nothing', async () => {
    const content = Buffer.concat([Buffer.from(HEAD + utf8Rows('E', 2_000)), Buffer.from([0xa4, 0x40, 0xa4, 0xa4, 0x2c, 0x0a])]);
    const end = await tester.run(content, plan, true);
    expect(end).toMatchObject({ status: 'FAILED', created: 0, error: expect.stringMatching(/bytes that are not utf-8/) });
    expect(Number(/row (\d+)/.exec(end.error ?? '')?.[1])).toBeGreaterThan(500);
  });

  it('opens a quote that never ends: its row is told', async () => {
    await expect(tester.upload(`${HEAD}Q-1,One,active\nQ-2,"Two,active\nQ-3,Three,active\n`)).rejects.toThrow(/quote that opens in row 3 is never closed/);
    // Behind the beginning that is looked at at once, it is the check that finds it.
    const end = await tester.run(`${HEAD}${utf8Rows('O', 2_000)}Q-2,"Two,active\nQ-3,Three,active\n`, plan, true);
    expect(end).toMatchObject({ status: 'FAILED', created: 0, error: expect.stringMatching(/quote that opens in row 2002 is never closed/) });
  });

  it('opens one before more than anybody writes into a row', async () => {
    const content = Buffer.concat([Buffer.from(`${HEAD}Q-4,"Four,active\n`), Buffer.alloc(17 * 1024 ** 2, 'Q-5,Five,active\n')]);
    await expect(tester.upload(content)).rejects.toThrow(/Row 2 holds more than 16 MB.*quote closed/);
  });

  it('is no text at all', async () => {
    await expect(tester.upload(Buffer.from([0, 1, 2, 0, 0, 9, 200, 0, 3, 255, 0, 0, 7]))).rejects.toThrow(/neither text nor an XLSX workbook/);
  });

  it('is a workbook that was cut off', async () => {
    const whole = Buffer.from(await writeXlsx({ sheets: [{ name: 'Rows', rows: [['number', 'name'], ['W-1', 'One']] }] }));
    await expect(tester.upload(whole.subarray(0, whole.length / 2), 'cut.xlsx')).rejects.toThrow(/workbook cannot be read/i);
  });
});

describe('cells that nobody expects', () => {
  it('of ten megabytes are refused as too long, and told by their beginning', async () => {
    const end = await tester.run(`${HEAD}L-1,${'長'.repeat(3_500_000)},active\nL-2,Two,active\n`, plan);
    expect(end).toMatchObject({ status: 'DONE', created: 1, rejected: 1, rejectedSample: [{ row: 2, column: 'name', code: 'too-long' }] });
    expect(JSON.stringify([end.problems, end.rejectedSample]).length).toBeLessThan(20_000);
  });

  it('are shown by their beginning before anything is imported', async () => {
    const upload = await tester.upload(`${HEAD}L-3,${'x'.repeat(2_000_000)},active\n`);
    const { body } = await test.app.inject({ method: 'GET', url: `/import/upload/${upload}`, headers: { cookie } });
    expect(body.length).toBeLessThan(5_000);
  });

  it('with NUL or half a character come in without, and are told without', async () => {
    const lines = [{ number: 'N-1', name: 'a\u0000b' }, { number: 'N-2', name: 'half \ud83d' }, { number: 'N-3', name: 'Whole', status: 'odd \ud800\u0000' }, { number: 'N-4', name: 'Good' }].map((line) => JSON.stringify(line)).join('\n');
    const end = await tester.run(lines, plan);
    expect(end).toMatchObject({ status: 'DONE', created: 3, rejected: 1, rejectedSample: [{ row: 3, column: 'status', value: 'odd \ufffd\u2400' }] });
    expect(await names('N-')).toEqual(['ab', 'half \ufffd', 'Good']);
  });

  it('with a zero byte far into the file come in without it', async () => {
    const end = await tester.run(`${HEAD}${utf8Rows('Z', 2_000)}Z-x,zero \u0000 byte,active\n`, plan);
    expect(end).toMatchObject({ status: 'DONE', created: 2_001, rejected: 0 });
    expect(await names('Z-x')).toEqual(['zero  byte']);
  });

  it('that a spreadsheet would run stay what they are, and are disarmed in the file of rejected rows', async () => {
    const end = await tester.run(`${HEAD}F-1,=HYPERLINK("http://evil.example"),active\nF-2,"=cmd|' /C calc'!A0",sleeping\n`, plan);
    expect(end).toMatchObject({ created: 1, rejected: 1 });
    expect(await names('F-')).toEqual(['=HYPERLINK("http://evil.example")']);
    const { body } = await test.app.inject({ method: 'GET', url: `/import/${end.id}/rejected`, headers: { cookie } });
    expect(body.split('\n')[1]).toMatch(/^F-2,'=cmd/);
  });

  it('are more than there are columns, or stand under headings that are odd themselves', async () => {
    const { upload, columns } = await headings('{"a\\u0000b":"1","constructor":"2"," padded ":"3","__proto__":"4"}');
    expect([upload, columns]).toEqual([200, ['ab', 'constructor', 'padded', '__proto__']]);
    expect(await tester.run(`${HEAD}M-1,One,active,more,still more\n`, plan)).toMatchObject({ rejected: 1, rejectedSample: [{ code: 'too_many_cells', value: 'more' }] });
  });

  async function headings(content: string): Promise<{ readonly upload: number; readonly columns: readonly string[] }> {
    const id = await tester.upload(content);
    const { statusCode, body } = await test.app.inject({ method: 'GET', url: `/import/upload/${id}`, headers: { cookie } });
    return { upload: statusCode, columns: (JSON.parse(body) as { columns: string[] }).columns };
  }
});
