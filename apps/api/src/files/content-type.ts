interface Signature {
  readonly type: string;
  readonly matches: (beginning: Buffer) => boolean;
}

export const startsWith = (...bytes: number[]) => (beginning: Buffer) => bytes.every((byte, index) => beginning[index] === byte);
const hasText = (text: string, at: number) => (beginning: Buffer) => beginning.toString('latin1', at, at + text.length) === text;
const both = (one: Signature['matches'], other: Signature['matches']) => (beginning: Buffer) => one(beginning) && other(beginning);

const signatures: readonly Signature[] = [
  { type: 'image/png', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { type: 'image/jpeg', matches: startsWith(0xff, 0xd8, 0xff) },
  { type: 'image/gif', matches: hasText('GIF8', 0) },
  { type: 'image/webp', matches: both(hasText('RIFF', 0), hasText('WEBP', 8)) },
  { type: 'image/avif', matches: hasText('ftypavif', 4) },
  { type: 'application/pdf', matches: hasText('%PDF-', 0) },
];

/** Pictures that a browser may draw inside the page: none of them can hold a script. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** Formats that many others are made of, of which the ending of the name tells more than the first bytes. */
const BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/**
 * What a file is, by its first bytes, else by the ending of its name. What the sender says is not believed: a page that
 * calls itself a picture would be drawn as one.
 */
export function readContentType(beginning: Buffer, name: string): string {
  const known = signatures.find(({ matches }) => matches(beginning));
  return known?.type ?? BY_ENDING[endingOf(name)] ?? 'application/octet-stream';
}

export function mayBeDrawn(contentType: string): boolean {
  return DRAWN.includes(contentType);
}

/** The lower-case ending of a file's name, without the dot. */
export function endingOf(name: string): string {
  return name.includes('.') ? (name.split('.').at(-1)?.toLowerCase() ?? '') : '';
}
