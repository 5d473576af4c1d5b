// The rows of the bench as files of every format that is taken in, written as they come.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

export const headings = ['code', 'name', 'email', 'city', 'street', 'amount', 'pieces', 'status', 'sentOn', 'urgent', 'depot', 'note'];
export const depots = 1_000;

/** The cells of row `n`, from 1. */
export function cellsOf(n, round) {
  return [
    `P-${round}-${n}`, `Parcel ${n}, ${n % 2 ? '王小明' : 'Ada Lovelace'}`, `parcel${n}@example.com`, `City ${n % 977}`, `${n % 300} Long Street`, (n * 1.25).toFixed(2), n % 90,
    ['open', 'sent', 'lost'][n % 3], `2026-0${(n % 9) + 1}-1${n % 9}`, n % 2 === 0, `D-${(n % depots) + 1}`, `Left at the door ${n}`,
  ];
}

export const csvLine = (cells) => `${cells.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join(',')}\n`;

const writers = { csv: (rows, round) => lines(rows, round, csvLine), ndjson: (rows, round) => lines(rows, round, jsonLine, false) };

export async function writeFile(path, format, { rows, round }) {
  if (format === 'xlsx') return writeWorkbook(path, rows, round);
  return pipeline(Readable.from(writers[format](rows, round)), createWriteStream(path));
}

const AT_ONCE = 500;

function* lines(rows, round, lineOf, headed = true) {
  if (headed) yield csvLine(headings);
  for (let from = 1; from <= rows; from += AT_ONCE) {
    let text = '';
    for (let n = from; n < Math.min(from + AT_ONCE, rows + 1); n += 1) text += lineOf(cellsOf(n, round));
    yield text;
  }
}

const jsonLine = (cells) => `${JSON.stringify(Object.fromEntries(headings.map((heading, index) => [heading, cells[index]])))}\n`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** As Excel saves it: each text once in a part of its own behind the sheet, cells name it by its number; days are numbers with a format. */
async function writeWorkbook(path, rows, round) {
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const add = (name, text) => zip.addBuffer(Buffer.from(HEAD + text), name);
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  add('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/></Types>`);
  add('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Parcels" sheetId="1" r:id="rId1"/></sheets></workbook>`);
  add('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`);
  zip.addReadStream(Readable.from(sheet(rows, round, () => '')), 'xl/worksheets/sheet1.xml');
  add('xl/styles.xml', `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`);
  zip.addReadStream(Readable.from(texts(rows, round)), 'xl/sharedStrings.xml');
  zip.end();
  await written;
}

const letters = 'ABCDEFGHIJKL';
/** Days from what a spreadsheet counts from. */
const serial = (day) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** `newText` is told each text once, in the order in which it turns up; only those that come again are kept. */
function* sheet(rows, round, newText) {
  const numbers = new Map();
  let count = 0;
  const text = (value, repeats) => {
    const known = repeats ? numbers.get(value) : undefined;
    if (known !== undefined) return known;
    if (repeats) numbers.set(value, count);
    newText(value);
    count += 1;
    return count - 1;
  };
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${headings.map((heading, index) => `<c r="${letters[index]}1" t="s"><v>${text(heading, true)}</v></c>`).join('')}</row>`;
  const cellOf = { amount: (value) => ['', value], pieces: (value) => ['', value], sentOn: (value) => [' s="1"', serial(value)], urgent: (value) => [' t="b"', value ? 1 : 0] };
  for (let n = 1; n <= rows; n += 1) {
    const row = n + 1;
    yield `<row r="${row}" spans="1:12">${cellsOf(n, round).map((value, index) => {
      const heading = headings[index];
      const [kind, written] = cellOf[heading]?.(value) ?? [' t="s"', text(value, ['city', 'street', 'status', 'depot'].includes(heading))];
      return `<c r="${letters[index]}${row}"${kind}><v>${written}</v></c>`;
    }).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* texts(rows, round) {
  let found = [];
  yield `${HEAD}<sst xmlns="${MAIN}">`;
  const pieces = sheet(rows, round, (text) => found.push(`<si><t>${text}</t></si>`));
  while (!pieces.next().done) {
    if (found.length < AT_ONCE) continue;
    yield found.join('');
    found = [];
  }
  yield `${found.join('')}</sst>`;
}
