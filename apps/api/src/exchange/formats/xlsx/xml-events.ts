import { Parser } from 'htmlparser2';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';

/** What is told of an XML text, by names without their prefixes. */
export interface XmlReading {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  closed?(name: string): void;
}

/** Characters after which there has to be a tag or a text: a comment without an end would be gathered for ever. */
const LONGEST_SILENCE = 16 * 1024 ** 2;

/** Reads XML as its pieces come: after each one whoever asked may go on with what was told. Entities of its own stay as they stand. */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, reading: XmlReading): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8');
  let silence = 0;
  const parser = makeParser(reading, () => (silence = 0));
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    silence += text.length;
    parser.write(text);
    if (silence > LONGEST_SILENCE) throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: 'A tag or a comment has no end.' } });
    yield;
  }
  parser.end(decoder.decode());
  yield;
}

/** The same of a text that is there as a whole. */
export function readXmlText(xml: string, reading: XmlReading): void {
  makeParser(reading, () => undefined).end(xml);
}

function makeParser(reading: XmlReading, heard: () => void): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => {
        heard();
        reading.opened?.(localName(name), attributes);
      },
      ontext: (text) => {
        heard();
        reading.text?.(text);
      },
      onclosetag: (name) => {
        heard();
        reading.closed?.(localName(name));
      },
    },
    { xmlMode: true },
  );
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** `_x000D_` is how workbooks write what XML does not take. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
