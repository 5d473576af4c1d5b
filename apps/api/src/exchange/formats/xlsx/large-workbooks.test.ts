import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import yazl from 'yazl';
import { xlsxReader } from './read.js';
import { SharedTexts } from './shared-texts.js';
import { readSheetRows } from './sheet-rows.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 1024 ** 2;
const textOf = (number: number): string => `Text ${number} of a workbook, with 王小明 &amp; others`;
const shownOf = (number: number): string => textOf(number).replace('&amp;', '&');

describe('the texts of a workbook that cells name by number', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'texts-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const COUNT = 300_000;
  function* texts(count: number): Generator<Buffer> {
    yield Buffer.from('<sst xmlns="x">');
    for (let from = 0; from < count; from += 500) yield Buffer.from(Array.from({ length: Math.min(500, count - from) }, (_, index) => `<si><t>${textOf(from + index)}</t></si>`).join(''));
    yield Buffer.from('</sst>');
  }

  it('are found by it, and take no more memory the more there are', async () => {
    collectGarbage();
    const before = process.memoryUsage();
    const found = await SharedTexts.read(Readable.from(texts(COUNT)), join(folder, 'book'));
    collectGarbage();
    const after = process.memoryUsage();
    // As strings they are some 30 MB, as bytes some 15.
    expect(after.heapUsed - before.heapUsed + after.external - before.external).toBeLessThan(9 * MEGABYTE);
    expect(await readdir(folder)).toEqual([]);
    for (const number of [0, 1, 63, 64, 65, 149_999, 64, COUNT - 1, 7]) expect(await found.at(number)).toBe(shownOf(number));
    expect(await found.at(COUNT)).toBe('');
    expect(await found.at(COUNT * 2)).toBe('');
    await found.close();
  }, 60_000);

  it('are read only as far as somebody asks', async () => {
    let pieces = 0;
    function* counted(): Generator<Buffer> {
      for (const piece of texts(COUNT)) {
        pieces += 1;
        yield piece;
      }
    }
    const found = await SharedTexts.read(Readable.from(counted(), { highWaterMark: 1 }), join(folder, 'book'), 3);
    expect([await found.at(0), await found.at(2), await found.at(3)]).toEqual([shownOf(0), shownOf(2), '']);
    expect(pieces).toBeLessThan(10);
    await found.close();
  });

  it('have their formats and their pronunciation left out, and what XML does not take put in', async () => {
    const xml = '<x:sst xmlns:x="x"><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>王</x:t></x:r><x:r><x:t xml:space="preserve"> Ada</x:t></x:r><x:rPh sb="0" eb="1"><x:t>ワン</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b</x:t></x:si><x:si/></x:sst>';
    const found = await SharedTexts.read(Readable.from([Buffer.from(xml)]), join(folder, 'book'));
    expect([await found.at(0), await found.at(1), await found.at(2)]).toEqual(['王 Ada', 'a\rb', '']);
    await found.close();
  });
});

describe('the rows of a sheet', () => {
  it('are read no faster than they are taken', async () => {
    let pieces = 0;
    async function* sheet(): AsyncGenerator<Buffer> {
      yield Buffer.from('<worksheet><sheetData>');
      for (let row = 1; ; row += 1) {
        pieces += 1;
        yield Buffer.from(`<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`);
      }
    }
    let taken = 0;
    for await (const rows of readSheetRows(sheet(), { dates: [], from1904: false })) {
      taken += rows.length;
      await new Promise((resolve) => setImmediate(resolve));
      expect(pieces - taken).toBeLessThanOrEqual(1);
      if (taken === 1_000) break;
    }
  });

  it('are those of a workbook whose texts stand behind its sheet, as Excel saves them, without a file that stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'books-'));
    const path = join(folder, 'book.xlsx');
    await writeBook(path);
    const { columns, sample, sheets } = await xlsxReader.readBeginning(path, {}, 2);
    expect({ columns, sample, sheets }).toEqual({ columns: ['Name', 'On', 'Column 3', 'At'], sample: [['Ada', '2026-03-14', true, '09:30:00'], ['', 12.5]], sheets: ['Seen'] });
    const rows: unknown[] = [];
    for await (const some of xlsxReader.readRows(path, {})) rows.push(...some);
    expect(rows).toEqual([
      { number: 3, cells: ['Ada', '2026-03-14', true, '09:30:00'] },
      { number: 4, cells: ['', 12.5] },
      { number: 7, cells: ['#N/A', 'a b'] },
    ]);
    expect(await readdir(folder)).toEqual(['book.xlsx']);
    await rm(folder, { recursive: true });
  });
});

async function writeBook(path: string): Promise<void> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const zip = new yazl.ZipFile();
  const add = (name: string, content: string): void => zip.addBuffer(Buffer.from(content), name);
  add('_rels/.rels', `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', '<workbook xmlns:r="x"><sheets><sheet name="Hidden" state="hidden" r:id="r9"/><sheet name="Seen" r:id="r1"/></sheets></workbook>');
  add('xl/_rels/workbook.xml.rels', `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`);
  add('xl/worksheets/sheet1.xml', `<worksheet><sheetData>
    <row r="1"/><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>At</t></is></c></row>
    <row><c t="s"><v>2</v></c><c s="1"><v>46095</v></c><c t="b"><v>1</v></c><c s="2"><v>0.395833333333333</v></c></row>
    <row r="4"><c r="B4"><f>SUM(1)</f><v>12.5</v></c></row><row r="5"><c r="A5" s="1"/></row><row r="6"><c r="A6" t="s"><v>3</v></c></row>
    <row r="7"><c r="A7" t="e"><v>#N/A</v></c><c r="B7" t="str"><v>a b</v></c></row></sheetData></worksheet>`);
  add('xl/styles.xml', '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-404]h:mm&quot; o&apos;clock&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>');
  add('xl/sharedStrings.xml', '<sst><si><t>Name</t></si><si><t>On</t></si><si><t>Ada</t></si><si><t></t></si></sst>');
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
}
