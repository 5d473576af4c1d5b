/** JSON text in pieces: what PostgreSQL made of it as the UTF-8 bytes that it sent. */
export type JsonPieces = readonly (string | Buffer)[];

/** The whole as it goes out soonest: a short text is written together with the headers, a long one in its pieces, never copied into one. */
export type JsonAnswer = string | LongJson;

export interface LongJson {
  readonly pieces: JsonPieces;
  /** Bytes. */
  readonly length: number;
}

/** Bytes. */
const LONG = 4_096;

export function joinPieces(pieces: JsonPieces): JsonAnswer {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length < LONG ? textOf(pieces) : { pieces: gather(pieces), length: lengthOf(pieces) };
}

export function textOf(pieces: JsonPieces): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece.toString();
  return text;
}

export function bytesOf({ pieces }: LongJson): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

function lengthOf(pieces: JsonPieces): number {
  let length = 0;
  for (const piece of pieces) length += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
  return length;
}

/** Texts that follow each other as one: each piece is an entry of what the system is asked to write. */
function gather(pieces: JsonPieces): JsonPieces {
  const gathered: (string | Buffer)[] = [];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text !== '') gathered.push(text);
    gathered.push(piece);
    text = '';
  }
  if (text !== '') gathered.push(text);
  return gathered;
}
