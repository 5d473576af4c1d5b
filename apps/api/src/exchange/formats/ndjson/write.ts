import type { FileContent } from '../file-format.js';

/** One JSON object per line, with the headings as keys. Blank values are null. */
export async function* writeNdjson({ columns, batches }: FileContent): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const batch of batches) {
    const lines = batch.map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index] ?? null])))}\n`);
    yield encoder.encode(lines.join(''));
  }
}
