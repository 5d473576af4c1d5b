/** Texts that are written and read as one: cells that follow each other name texts that do. */
export const TEXTS_IN_A_BLOCK = 64;

/** Before the texts: where each of them ends, in bytes, as numbers of four bytes each. */
const HEAD = TEXTS_IN_A_BLOCK * 4;

/**
 * Some texts as bytes. They stay bytes for as long as they are remembered: millions of strings that live for a moment more than
 * their row are what V8 takes for old, and leaves lying about until there are many.
 */
export function makeBlock(texts: readonly string[]): Buffer {
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), HEAD);
  const block = Buffer.allocUnsafeSlow(length);
  let end = HEAD;
  for (let place = 0; place < TEXTS_IN_A_BLOCK; place += 1) {
    end += block.write(texts[place] ?? '', end);
    block.writeUInt32LE(end, place * 4);
  }
  return block;
}

/** Empty where the block has fewer texts. */
export function textIn(block: Buffer, place: number): string {
  const start = place === 0 ? HEAD : block.readUInt32LE((place - 1) * 4);
  return block.toString('utf8', start, block.readUInt32LE(place * 4));
}
