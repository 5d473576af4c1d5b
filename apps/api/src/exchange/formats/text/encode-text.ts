import { makeDecoder } from './make-decoder.js';

export interface TextEncoding {
  encode(text: string): Uint8Array;
  /** What the file begins with, so that it is known again. */
  readonly mark: Uint8Array;
}

const NO_MARK = new Uint8Array();

/** Writes text in any encoding that is read. What an encoding has no bytes for becomes a question mark. */
export function textEncoder(encoding: string): TextEncoding {
  const name = encoding.toLowerCase();
  if (name === 'utf-8') return { encode: (text) => Buffer.from(text, 'utf8'), mark: Buffer.from([0xef, 0xbb, 0xbf]) };
  if (name === 'utf-16le') return { encode: (text) => Buffer.from(text, 'utf16le'), mark: Buffer.from([0xff, 0xfe]) };
  if (name === 'utf-16be') return { encode: (text) => Buffer.from(text, 'utf16le').swap16(), mark: Buffer.from([0xfe, 0xff]) };
  const bytes = tableOf(name);
  return { encode: (text) => encodeByTable(text, bytes, name === 'gb18030'), mark: NO_MARK };
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The platform only decodes: all that can come out of one to four bytes, the other way round. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    const text = decodeWhole(Uint8Array.from(bytes), encoding);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (!encoding.startsWith('windows')) for (let first = 0x81; first < 0xff; first += 1) for (let second = 0x30; second < 0xff; second += 1) add([first, second]);
  if (encoding === 'gb18030') {
    for (let first = 0x81; first <= 0x84; first += 1)
      for (let second = 0x30; second <= 0x39; second += 1)
        for (let third = 0x81; third <= 0xfe; third += 1) for (let fourth = 0x30; fourth <= 0x39; fourth += 1) add([first, second, third, fourth]);
  }
  tables.set(encoding, table);
  return table;
}

function decodeWhole(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'windows-1252') return makeDecoder(encoding)(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

function encodeByTable(text: string, table: ReadonlyMap<string, readonly number[]>, hasAll: boolean): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const found = table.get(character);
    const code = character.codePointAt(0) ?? 0;
    if (found) bytes.push(...found);
    else if (hasAll && code > 0xffff) bytes.push(...beyond(code));
    else bytes.push(0x3f);
  }
  return Uint8Array.from(bytes);
}

/** GB 18030 counts the characters beyond the first plane through. */
function beyond(code: number): readonly number[] {
  const place = code - 0x10000;
  return [0x90 + Math.floor(place / 12_600), 0x30 + (Math.floor(place / 1_260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10)];
}
