import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serializeDocument, type MetadataDocument } from '@guanxi/metadata';
import { readDocuments, writeDocuments } from './documents.js';
import { missingDocuments } from './draft.js';

const picklist: MetadataDocument = { kind: 'picklist', name: 'Tier', title: 'Tier', values: [{ value: 'gold' }], guanxi: { id: 'p' } };
const action: MetadataDocument = { kind: 'action', name: 'call', title: 'Call', object: 'Customer', do: { openUrl: "'x'" }, guanxi: { id: 'a' } };
const view: MetadataDocument = { kind: 'view', name: 'Customer.all', title: 'All', object: 'Customer', columns: ['name'], guanxi: { id: 'v' } };
const app = (name: string): MetadataDocument => ({ kind: 'app', name, title: name, version: '1.0.0', navigation: [], guanxi: { id: name } });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-pull-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file)).sort();

describe('a folder of documents', () => {
  it('has each kind in its place, and one app as app.json', async () => {
    expect(await writeDocuments(folder, [picklist, action, view, app('crm')])).toEqual({ written: 4, removed: [] });
    expect(files()).toEqual(['actions/call.json', 'app.json', 'picklists/Tier.json', 'views/Customer.all.json']);
    expect(readFileSync(join(folder, 'picklists/Tier.json'), 'utf8')).toBe(serializeDocument(picklist));
    expect(await readDocuments(folder)).toHaveLength(4);
  });

  it('gives several apps their own names', async () => {
    await writeDocuments(folder, [app('crm'), app('shop')]);
    expect(files()).toEqual(['crm.json', 'shop.json']);
  });

  it('loses the files of documents that are gone, and nothing else', async () => {
    await writeDocuments(folder, [picklist, action, view]);
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data/rows.csv'), 'a');
    writeFileSync(join(folder, 'views/notes.json'), '{ "mine": true }');
    writeFileSync(join(folder, 'package.json'), '{}');
    expect(await writeDocuments(folder, [picklist])).toEqual({ written: 1, removed: ['actions/call.json', 'views/Customer.all.json'] });
    expect(files()).toEqual(['data/rows.csv', 'package.json', 'picklists/Tier.json', 'views/notes.json']);
  });
});

describe('what a folder does not have', () => {
  it('is found by id, or by kind and name', () => {
    const renamed = { ...view, name: 'Customer.every' };
    expect(missingDocuments([picklist, action, view], [renamed, { kind: 'action', name: 'call' }])).toEqual([{ kind: 'picklist', name: 'Tier' }]);
  });
});
