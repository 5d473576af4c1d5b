import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTestTemplate, type TestDatabase } from '@guanxi/embedded-postgres/testing';

/** Names and contents of the files that belong to a database: its encryption keys and the key of the command line. */
type Files = Readonly<Record<string, string>>;

interface OrgTemplate {
  readonly database: string;
  readonly files: Files;
}

const NAME = 'guanxi_org_template';

/** One set-up org for the whole test run, made by the suite that asks first. `setUp` ends all that it starts. */
export async function prepareOrgTemplate(setUp: (database: TestDatabase, dataFolder: string) => Promise<void>): Promise<OrgTemplate> {
  const note = await prepareTestTemplate(NAME, async (database) => {
    const folder = await makeDataFolder();
    try {
      await setUp(database, folder);
      return JSON.stringify(await readDataFolder(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return { database: NAME, files: JSON.parse(note) as Files };
}

/** Below the folder of the test run, which takes it along in the end also where a suite was killed. */
export function makeDataFolder(): Promise<string> {
  return mkdtemp(join(process.env['GUANXI_TEST_FOLDER'] ?? tmpdir(), 'guanxi-test-'));
}

export async function writeDataFolder(folder: string, files: Files): Promise<void> {
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o600 })));
}

async function readDataFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return Object.fromEntries(await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
}
