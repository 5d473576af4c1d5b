import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBeginning, readRows } from './read-rows.js';

describe('reading CSV files', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'rows-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const write = async (content: string | Uint8Array) => {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    return path;
  };

  it('finds the delimiter, drops a byte order mark and keeps quoted delimiters', async () => {
    const path = await write('\uFEFFname;amount\n"Müller; Söhne";"1.234,50"\n');
    expect(await readBeginning(path)).toEqual({ delimiter: ';', columns: ['name', 'amount'], sample: [['Müller; Söhne', '1.234,50']] });
  });

  it('counts rows as a spreadsheet does', async () => {
    const rows = [];
    for await (const row of readRows(await write('a,b\n1,2\n\n3\n'), ',')) rows.push([row.number, Object.fromEntries(row.values)]);
    expect(rows).toEqual([
      [2, { a: '1', b: '2' }],
      [3, { a: '3', b: '' }],
    ]);
  });

  it.each([
    ['', 'The file is empty: its first row has to name the columns.'],
    ['a,a\n1,2', 'Two columns of the file are named "a". Give each its own heading.'],
    [new Uint8Array([0xb4, 0xfa, 0xb8, 0xd5]), 'The file is not written in UTF-8. Save the sheet as "CSV UTF-8" and try again.'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'This is not a CSV file in UTF-8: it holds binary values. Save the sheet as "CSV UTF-8" and try again.'],
  ])('says what is wrong with a file it cannot read (%#)', async (content, message) => {
    await expect(readBeginning(await write(content))).rejects.toThrow(message);
  });
});
