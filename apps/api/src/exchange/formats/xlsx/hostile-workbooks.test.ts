import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import yazl from 'yazl';
import { UnreadableFile } from '../unreadable-file.js';
import { xlsxReader } from './read.js';
import { WorkbookArchive } from './workbook-archive.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const sheetOf = (rows: string, before = ''): string => `${HEAD}${before}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

describe('a hostile workbook', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'hostile-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = async (sheet: string | Buffer): Promise<string> => {
    const path = join(folder, 'book.xlsx');
    const parts: Readonly<Record<string, string | Buffer>> = {
      '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet,
    };
    const zip = new yazl.ZipFile();
    for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    await finished(zip.outputStream.pipe(createWriteStream(path)));
    return path;
  };

  /** The text of everything that was read, or the refusal. */
  const read = async (sheet: string | Buffer): Promise<string> => {
    const path = await write(sheet);
    try {
      const cells: unknown[] = [];
      for await (const rows of xlsxReader.readRows(path, {})) cells.push(...rows.flatMap((row) => row.cells));
      return JSON.stringify(cells);
    } catch (failure) {
      expect(failure).toBeInstanceOf(UnreadableFile);
      return 'refused';
    }
  };

  it('is made like one that is read', async () => {
    expect(await read(sheetOf(cell('Ada')))).toBe('["Ada"]');
  });

  it.each(['file:///etc/hostname', 'file:///etc/passwd', 'http://127.0.0.1:1/secret'])('has no entity read from %s', async (place) => {
    const told = await read(sheetOf(cell('x&stolen;y'), `<!DOCTYPE worksheet [<!ENTITY stolen SYSTEM "${place}">]>`));
    expect(told).toMatch(/^(?:refused|\["x(?:&stolen;)?y"\])$/);
  });

  it('has no entity of its own unfolded a billion times', async () => {
    const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`).join('');
    const told = await read(sheetOf(cell('&l10;'), `<!DOCTYPE worksheet [<!ENTITY l0 "ha">${laughs}]>`));
    expect(told.length).toBeLessThan(1_000);
  });

  it('is refused where a part that is held unpacks to too much, even if it says that it does not', async () => {
    const path = await write(sheetOf(cell('Ada')));
    const archive = await WorkbookArchive.open(path, 100);
    await expect(archive.text('xl/workbook.xml')).rejects.toThrow(UnreadableFile);
    archive.close();
    const bytes = await readFile(path);
    // In the directory of the archive each part says that it is one byte long.
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) bytes.writeUInt32LE(1, at + 24);
    await writeFile(path, bytes);
    await expect(xlsxReader.readBeginning(path, {}, 5)).rejects.toThrow(UnreadableFile);
  });

  it('has a part that unpacks to a thousand times its size read through, without cells out of it', async () => {
    const told = await read(sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>${' '.repeat(16 * 1024 * 1024)}`));
    expect(told).toMatch(/^(?:refused|\[\])$/);
  });
});
