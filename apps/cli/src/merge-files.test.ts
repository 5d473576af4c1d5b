import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serializeDocument, type ObjectDocument } from '@guanxi/metadata';
import { mergeFiles } from './merge-files.js';

const field = (id: string, title: string, more: object = {}) => ({ type: 'string', title, ...more, guanxi: { id, type: 'text' as const } });

const customer = {
  kind: 'object', name: 'Customer', title: 'Customer', type: 'object',
  properties: { name: field('f1', 'Name'), city: field('f2', 'City'), street: field('f3', 'Street'), phone: field('f4', 'Phone') },
  guanxi: { id: 'o1' },
} as unknown as ObjectDocument;

const withFields = (properties: object): ObjectDocument => ({ ...customer, properties: { ...customer.properties, ...properties } });
const texts = (base: ObjectDocument, mine: ObjectDocument, theirs: ObjectDocument) => ({ base: serializeDocument(base), mine: serializeDocument(mine), theirs: serializeDocument(theirs) });

const program = [`--import=${join(import.meta.dirname, '../../../scripts/jest/run-typescript.mjs')}`, join(import.meta.dirname, 'main.ts')];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('two branches', () => {
  it('that change different fields merge as plain text, without any driver', () => {
    const { base, mine, theirs } = texts(customer, withFields({ city: field('f2', 'Town') }), withFields({ phone: field('f4', 'Telephone', { maxLength: 40 }) }));
    writeVersions({ base, mine, theirs });
    const merged = execFileSync('git', ['merge-file', '-p', 'mine', 'base', 'theirs'], { cwd: folder, encoding: 'utf8' });
    expect(merged).toBe(serializeDocument(withFields({ city: field('f2', 'Town'), phone: field('f4', 'Telephone', { maxLength: 40 }) })));
  });

  it('that add different fields at the same place merge', () => {
    const { text, conflicts } = mergeFiles(texts(customer, withFields({ fax: field('f5', 'Fax') }), withFields({ web: field('f6', 'Web') })));
    expect(conflicts).toEqual([]);
    expect(JSON.parse(text)).toEqual(withFields({ fax: field('f5', 'Fax'), web: field('f6', 'Web') }));
  });

  it('that both make the file make one document', () => {
    const { text } = mergeFiles({ base: '', mine: serializeDocument(customer), theirs: serializeDocument({ ...customer, guanxi: { id: 'other' } }) });
    expect(text).toBe(serializeDocument(customer));
  });

  it('that say something else of one thing are told where', () => {
    const { text, conflicts } = mergeFiles(texts(customer, { ...customer, title: 'Client' }, { ...customer, title: 'Account' }));
    expect(conflicts).toEqual([expect.objectContaining({ path: '/object:Customer/title', mine: 'Client', theirs: 'Account' })]);
    expect((JSON.parse(text) as ObjectDocument).title).toBe('Client');
  });
});

describe('guanxi merge-file', () => {
  it('is a driver that git merges documents with', async () => {
    const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const commit = (document: ObjectDocument, message: string) => {
      writeFileSync(join(folder, 'Customer.json'), serializeDocument(document));
      git('add', '.');
      git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', message);
    };
    git('init', '-q', '-b', 'main');
    git('config', 'merge.guanxi.driver', `"${process.execPath}" ${program.map((word) => `"${word}"`).join(' ')} merge-file %O %A %B`);
    writeFileSync(join(folder, '.gitattributes'), '*.json merge=guanxi\n');
    commit(customer, 'base');
    git('checkout', '-q', '-b', 'other');
    commit(withFields({ web: field('f6', 'Web') }), 'theirs');
    git('checkout', '-q', 'main');
    commit(withFields({ fax: field('f5', 'Fax') }), 'mine');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'merge', '-q', '-m', 'both', 'other');
    expect(JSON.parse(readFileSync(join(folder, 'Customer.json'), 'utf8'))).toEqual(withFields({ fax: field('f5', 'Fax'), web: field('f6', 'Web') }));
  }, 30_000);

  it('fails and says why where people have to decide', async () => {
    writeVersions(texts(customer, { ...customer, title: 'Client' }, { ...customer, title: 'Account' }));
    const run = promisify(execFile)(process.execPath, [...program, 'merge-file', 'base', 'mine', 'theirs'], { cwd: folder });
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('/object:Customer/title') as string });
  }, 30_000);
});

function writeVersions(versions: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(versions)) writeFileSync(join(folder, name), text);
}
