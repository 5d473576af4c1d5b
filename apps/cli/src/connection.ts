import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createClient, type Client } from '@guanxi/client';
import type { Command } from 'commander';

/** Commands speak to the static API only, so no object has to be known here. */
export type Connection = Pick<Client<Record<never, never>>, 'metadata'> & { readonly url: string; readonly key: string };

/** Where and as whom the command line speaks, from its options, the environment or the local installation. */
export async function connect(command: Command): Promise<Connection> {
  const { url, key: keyFile } = command.optsWithGlobals<{ url: string; key?: string }>();
  const key = process.env['GUANXI_KEY'] ?? (await readKey(keyFile));
  const { metadata } = createClient<Record<never, never>>({ url, key, objects: {} });
  return { url, key, metadata };
}

async function readKey(keyFile: string | undefined): Promise<string> {
  const file = resolve(keyFile ?? `${process.env['GUANXI_DATA'] ?? 'data'}/cli-key`);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new Error(
      `There is no API key in ${file}. Start Guanxi once with \`npm start\` in this folder, make a key in Setup under API, and name its file with --key, or put the key into GUANXI_KEY.`,
    );
  }
}
