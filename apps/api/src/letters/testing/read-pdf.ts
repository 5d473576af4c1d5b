import { inflateSync } from 'node:zlib';

/** What stands on the pages of a file that our writer has made: each run of text in a line of its own. */
export function readPdf(bytes: Buffer): { readonly pages: number; readonly text: string } {
  const source = bytes.toString('latin1');
  const objects = new Map([...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [id, body]));
  const glyphs = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (cmap !== undefined) glyphs.set(name, readCmap(streamOf(objects.get(cmap) ?? '')));
    }
  }
  const contents = [...source.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = '']) => streamOf(objects.get(id) ?? ''));
  return { pages: contents.length, text: contents.map((content) => readText(content, glyphs)).join('\n') };
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const raw = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

function readCmap(cmap: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => known.set((parseInt(first, 16) + index).toString(16).padStart(4, '0'), Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')));
  }
  return known;
}

function readText(content: string, glyphs: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font = '';
  const lines: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/gi)) {
    if (name !== undefined) font = name;
    else if (shown !== undefined) lines.push([...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(font)?.get(glyph.toLowerCase()) ?? '')).join(''));
  }
  return lines.join('\n');
}
