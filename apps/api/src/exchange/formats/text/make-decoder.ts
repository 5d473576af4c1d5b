/** What the bytes 0x80 to 0x9f are in Windows-1252. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes bytes piece by piece and throws for those that are not of the encoding; without an argument, the end. */
export function makeDecoder(encoding: string): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Uint8Array) => decoder.decode(piece, { stream: piece !== undefined });
  if (encoding.toLowerCase() !== 'windows-1252') return decode;
  // Node takes Windows-1252 for ISO 8859-1, which has control characters in this range.
  return (piece) => decode(piece).replace(/[\u0080-\u009f]/g, (character) => WESTERN[character.charCodeAt(0) - 0x80] ?? character);
}
