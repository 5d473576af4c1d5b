import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface KeySource {
  readonly isKnown: (key: string) => Promise<boolean>;
  readonly make: () => Promise<string>;
}

/** Sees to it that the command line on this machine finds a key that works, readable by the folder's owner alone. */
export async function keepCliKey(dataFolder: string, { isKnown, make }: KeySource): Promise<void> {
  const file = join(dataFolder, 'cli-key');
  const present = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (present && (await isKnown(present))) return;
  await mkdir(dataFolder, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${await make()}\n`, { mode: 0o600 });
  await rename(fresh, file);
}
