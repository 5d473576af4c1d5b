import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { CsvParser } from './csv/csv-parser.js';
import { fileReaders, findFormat } from './file-readers.js';
import type { FileBeginning, ReadingWish } from './reader.js';
import { textEncoder } from './text/encode-text.js';
import { makeDecoder } from './text/make-decoder.js';
import { encodings, findEncoding } from './text/find-encoding.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'readers-'))));
afterAll(() => rm(folder, { recursive: true }));

async function write(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return path;
}

async function read(content: string | Uint8Array, wish: ReadingWish = {}): Promise<FileBeginning & { kind: string; rows: unknown[] }> {
  const path = await write(content);
  const kind = await findFormat(path);
  const rows: unknown[] = [];
  for await (const some of fileReaders[kind].readRows(path, wish)) rows.push(...some.map(({ number, cells }) => [number, ...cells]));
  return { kind, rows, ...(await fileReaders[kind].readBeginning(path, wish, 20)) };
}

describe('CSV', () => {
  it('finds the delimiter, drops a byte order mark and keeps quoted delimiters', async () => {
    expect(await read('\uFEFFname;amount\n"Müller; Söhne";"1.234,50"\n')).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ';', columns: ['name', 'amount'], rows: [[2, 'Müller; Söhne', '1.234,50']] });
    expect(await read('a|b\r1|2\r3|4')).toMatchObject({ delimiter: '|', rows: [[2, '1', '2'], [3, '3', '4']] });
    expect(await read('a^b\r\n"1 ""and"" 2"^x\r\n', { delimiter: '^' })).toMatchObject({ rows: [[2, '1 "and" 2', 'x']] });
  });

  it('counts rows as a spreadsheet does, names columns without a heading and tells equal ones apart', async () => {
    expect(await read('a,,a\n1,2,3\n\n4,5\n')).toMatchObject({ columns: ['a', 'Column 2', 'a (2)'], rows: [[2, '1', '2', '3'], [4, '4', '5']] });
  });

  it('comes to the same cells wherever the pieces of the text end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '王', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.array(fc.nat(80), { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'), (rows, cuts, end) => {
        const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end);
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((left, right) => left - right), text.length];
        const parser = new CsvParser(',');
        const records = [...places.slice(1).flatMap((place, index) => parser.push(text.slice(places[index], place))), ...parser.end()];
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it.each([
    ['', 'The file is empty: its first row has to name the columns.'],
    ['a,b\n1,"2\n', 'A quote that opens in row 2 is never closed, so the rest of the file cannot be told apart.'],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'This is neither text nor an XLSX workbook. Save it as XLSX or CSV and try again.'],
  ])('says what is wrong with a file it cannot read (%#)', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it('says where bytes are not of the chosen encoding', async () => {
    await expect(read(Buffer.concat([Buffer.from('name\nAda\n'), Buffer.from([0xb4, 0xfa, 0xff, 0x0a])]), { encoding: 'utf-8' })).rejects.toThrow(/are not utf-8/);
  });
});

describe('encodings', () => {
  const traditional = '客戶編號,姓名,地址\n1,王小明,臺北市大安區和平東路二段 12 號\n2,陳美玲,高雄市前鎮區中山二路 5 號\n';
  const simplified = '客户编号,姓名,地址\n1,王小明,北京市海淀区中关村大街 27 号\n2,陈美玲,上海市浦东新区世纪大道 8 号\n';
  const japanese = '顧客番号,氏名,住所\n1,山田 太郎,東京都千代田区丸の内にあるビル\n2,佐藤 花子,おおさかしの中央区\n';
  const western = 'Numéro;Nom;Ville\n1;Françoise Müller;Besançon\n2;Søren Ångström;Århus\n';

  it.each([
    ['big5', traditional],
    ['gb18030', simplified],
    ['shift_jis', japanese],
    ['windows-1252', western],
    ['utf-16le', traditional],
    ['utf-16be', simplified],
    ['utf-8', japanese],
  ])('%s is known by itself, and read as it was written', async (encoding, text) => {
    const { encode } = textEncoder(encoding);
    expect(await findEncoding(await write(encode(text)))).toBe(encoding);
    const { columns, rows } = await read(encode(text));
    const delimiter = text.includes(';') ? ';' : ',';
    expect([columns, ...rows.map((row) => (row as unknown[]).slice(1))]).toEqual(text.trim().split('\n').map((line) => line.split(delimiter)));
  });

  it('is found where the first pages of a file are plain ASCII', async () => {
    const plain = 'n,name\n' + Array.from({ length: 40_000 }, (_, index) => `${index},Ada Lovelace\n`).join('');
    expect(await findEncoding(await write(Buffer.concat([Buffer.from(plain), textEncoder('big5').encode(traditional)])))).toBe('big5');
  });

  it.each([
    ['gb18030', '王小明'],
    ['big5', '王小明'],
    ['big5', '陳美玲'],
    ['shift_jis', '山田さん'],
    ['windows-1251', 'Иванов'],
    ['windows-1252', 'Müller'],
  ])('%s is known by one name among many (%s)', async (encoding, name) => {
    const rows = Array.from({ length: 300 }, (_, index) => `P-${index},"Parcel ${index}, ${index % 2 ? name : 'Ada Lovelace'}",parcel${index}@example.com\n`);
    expect(await findEncoding(await write(textEncoder(encoding).encode(`code,name,email\n${rows.join('')}`)))).toBe(encoding);
  });

  it('writes whatever it reads', () => {
    for (const encoding of encodings) {
      const { encode } = textEncoder(encoding);
      const text = encoding === 'windows-1251' ? 'Анна, 12' : encoding === 'windows-1252' ? 'Zoë €' : encoding === 'euc-kr' ? '김철수' : encoding === 'gb18030' ? '王𠮷㐂' : '王小明';
      const decode = makeDecoder(encoding);
      expect(decode(encode(text)) + decode()).toBe(text);
    }
  });
});

describe('other formats', () => {
  it('reads a JSON object per line, pieces of values as columns', async () => {
    const found = await read('{"name":"Ada","address":{"city":"London"},"tags":["a","b"],"amount":12.5}\n\n{"name":"王","vip":true}\n');
    expect(found).toMatchObject({ kind: 'ndjson', columns: ['name', 'address', 'address.city', 'tags', 'amount', 'vip'], rows: [[1, 'Ada', '{"city":"London"}', 'London', 'a; b', 12.5, ''], [3, '王', '', '', '', '', true]] });
    await expect(read('{"a":1}\n[1]\n')).rejects.toThrow('Row 2 is not a JSON object');
  });

  it('reads a sheet of a workbook: numbers, days, instants, what formulas came to', async () => {
    const day = new Date(Date.UTC(2026, 2, 14));
    const instant = new Date(Date.UTC(2026, 2, 14, 17, 30));
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['nothing here']] },
        { name: '客戶', rows: [['name', 'amount', 'on', 'at', 'vip'], ['王小明', 12.5, day, instant, true], [null, null, null, null, null], ['Ada', 3, null, null, false]] },
      ],
    });
    const found = await read(bytes, { sheet: '客戶' });
    expect(found).toMatchObject({ kind: 'xlsx', sheets: ['Notes', '客戶'], columns: ['name', 'amount', 'on', 'at', 'vip'] });
    expect(found.rows).toEqual([[2, '王小明', 12.5, '2026-03-14', '2026-03-14T17:30:00', true], [4, 'Ada', 3, '', '', false]]);
    await expect(read(bytes, { sheet: 'Gone' })).rejects.toThrow('The workbook has no sheet "Gone". It has Notes and 客戶.');
  });

  it('reads text that is packed', async () => {
    expect(await read(gzipSync('a,b\n1,2\n'))).toMatchObject({ kind: 'csv', rows: [[2, '1', '2']] });
    expect(await read(gzipSync('{"a":1}\n'))).toMatchObject({ kind: 'ndjson', rows: [[1, 1]] });
  });
});
