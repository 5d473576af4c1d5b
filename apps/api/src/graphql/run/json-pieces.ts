/** JSON text in pieces: what PostgreSQL made of it as the UTF-8 bytes that it sent. */
export type JsonPieces = readonly (string | Buffer)[];

/** The whole as it goes out soonest: a short text is written together with the headers, a long one is not decoded to be encoded again. */
export type JsonAnswer = string | Buffer;

/** Bytes. */
const LONG = 4_096;

export function joinPieces(pieces: JsonPieces): JsonAnswer {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length < LONG ? textOf(pieces) : bytesOf(pieces);
}

export function textOf(pieces: JsonPieces): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece.toString();
  return text;
}

function bytesOf(pieces: JsonPieces): Buffer {
  let length = 0;
  for (const piece of pieces) length += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  for (const piece of pieces) at += typeof piece === 'string' ? bytes.write(piece, at) : piece.copy(bytes, at);
  return bytes;
}
