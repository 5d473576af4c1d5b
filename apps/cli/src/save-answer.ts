import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Writes what a GET answers into a file, which is there only once it is whole. Answers its size in bytes. Throws the server's sentence for what it refuses. */
export async function saveAnswer(address: URL, key: string, file: string): Promise<number> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok || !response.body) throw new Error(await describeRefusal(response));
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(unfinished));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new Error(`The connection broke before the end; ${file} was not written.`, { cause: error });
  }
  await rename(unfinished, file);
  return (await stat(file)).size;
}

/** What the server says in an answer that is no success. */
export async function describeRefusal(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // Not from Guanxi: told as it is.
  }
  return `The server answered ${response.status}: ${text.slice(0, 300)}`;
}
