import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocuments, type ObjectDocument } from '@guanxi/metadata';
import { importProject, type ImportedProject, type SourceFile } from './index.js';
import { makeLargeProject } from './testing/large-project.js';

const dreamhouse = fileURLToPath(new URL('../../../../shared/data/dreamhouse/', import.meta.url));

const objectOf = ({ documents }: ImportedProject, name: string) => documents.find((document): document is ObjectDocument => document.kind === 'object' && document.name === name);
const formulaOf = (project: ImportedProject, object: string, field: string) => objectOf(project, object)?.properties[field]?.guanxi['formula'];
const lineOf = ({ report }: ImportedProject, element: string, file = '') => report.find((line) => line.element === element && line.file.includes(file));

describe('a large project', () => {
  const COUNT = Number(process.env['SFDX_OBJECTS'] ?? 60);
  let project: ImportedProject;
  let took = 0;

  beforeAll(() => {
    const files = makeLargeProject(COUNT);
    const start = performance.now();
    project = importProject(files);
    took = performance.now() - start;
  }, 120_000);

  it('comes over with everything that checks, in a minute at most', () => {
    const parsed = parseDocuments(project.documents);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(project.documents.filter(({ kind }) => kind === 'object').length).toBe(COUNT + 7);
    expect(Object.keys(objectOf(project, 'Thing1')?.properties ?? {}).length).toBeGreaterThan(27);
    expect(took).toBeLessThan(60_000);
  });

  it('rewrites names, percentages, labels, custom metadata and people in formulas', () => {
    expect(formulaOf(project, 'Thing0', 'net')).toBe('amount * (1 - (discount / 100))');
    expect(formulaOf(project, 'Thing0', 'gross')).toBe('net * (1 + 7.5 / 100)');
    expect(formulaOf(project, 'Thing0', 'greeting')).toContain('"Hello & welcome" & ", " & (LEFT($User.name');
    expect(formulaOf(project, 'Thing45', 'far')).toBe('parent.parent.parent.parent.name & TEXT(parent.amount)');
    expect(objectOf(project, 'Thing0')?.properties['total']?.guanxi).toMatchObject({ type: 'rollUp', relation: 'children1', operation: 'sum', value: 'amount', filter: 'active' });
  });

  it('says why a formula is left, and leaves what depends on it', () => {
    expect(lineOf(project, 'field Lost__c', 'Thing7__c')).toMatchObject({ outcome: 'left', note: expect.stringContaining('UNKNOWNFUNCTION') as unknown });
    expect(lineOf(project, 'field Also_Lost__c', 'Thing7__c')).toMatchObject({ outcome: 'left', note: expect.stringContaining('lost') as unknown });
    expect(lineOf(project, 'field Profiled__c', 'Thing7__c')).toMatchObject({ outcome: 'left', note: expect.stringContaining('$Profile.Name') as unknown });
    expect(lineOf(project, 'field Strange__c', 'Thing7__c')).toMatchObject({ outcome: 'left', note: expect.stringContaining('Quantum') as unknown });
    expect(lineOf(project, 'field Lost__c of the layout', 'Thing 7 ')).toMatchObject({ outcome: 'left' });
  });

  it('survives files that are broken or unknown', () => {
    expect(lineOf(project, 'field Broken__c')).toMatchObject({ outcome: 'left' });
    expect(lineOf(project, 'mystery Unknown')).toMatchObject({ outcome: 'left' });
    expect(lineOf(project, 'flow Something')).toMatchObject({ outcome: 'left', note: expect.stringContaining('workflows') as unknown });
  });

  it('gives names that are reserved or taken another one, and says so', () => {
    const names = project.documents.flatMap((document) => (document.kind === 'object' ? [document.name] : []));
    expect(names).toEqual(expect.arrayContaining(['Account', 'AccountRecord', 'PriceFilterRecord', 'UserRecord', 'Rate']));
    const properties = objectOf(project, 'Thing0')?.properties ?? {};
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['amount', 'amountCustom', 'versionCustom', 'ownerCustom']));
    expect(lineOf(project, 'field Version__c', 'Thing0__c')?.note).toContain('versionCustom');
  });

  it('takes dependent picklists, global value sets, record types, rules, views and translations along', () => {
    const thing = objectOf(project, 'Thing2');
    expect(thing?.properties['country']?.guanxi['dependsOn']).toEqual({ field: 'continent', values: { Asia: ['Taiwan', 'Japan'], Europe: ['France'] } });
    expect(thing?.guanxi.rules?.[0]).toMatchObject({ name: 'Needs_Amount', field: 'amount', when: 'AND(NOT(FALSE), NOT(ISNEW()), ISBLANK(amount), recordType = "Simple")' });
    expect(thing?.guanxi.recordTypes?.[0]).toMatchObject({ name: 'Simple', values: { continent: ['Asia'] } });
    expect(thing?.guanxi.titles).toEqual({ de: 'Ding 2' });
    expect(thing?.properties['amount']?.guanxi['titles']).toEqual({ de: 'Betrag' });
    expect(objectOf(project, 'Account')?.properties['tier']?.guanxi['valueSet']).toBe('Tiers');
    const view = project.documents.find((document) => document.kind === 'view' && document.object === 'Thing2');
    expect(view).toMatchObject({ columns: ['name', 'amount', 'owner'], where: { AND: [{ owner: { eq: 'me' } }, { OR: [{ amount: { gt: '10' } }, { continent: { in: ['Asia', 'Europe'] } }] }] } });
    expect(project.rows).toMatchObject([{ object: 'Rate', rows: [{ values: { label: 'Standard', developerName: 'Standard', percent: '7.5' } }] }]);
  });

  it('takes profiles, apps and the fields of activities along', () => {
    const one = (kind: string, name: string) => project.documents.find((document) => document.kind === kind && document.name === name);
    const profile = one('permissions', 'Seller');
    expect(profile).toMatchObject({ objects: { Thing0: { read: 'own', create: true, edit: 'own', fields: { secret: { read: false } } } }, recordTypes: { Thing0: ['Simple'] } });
    expect(profile).not.toMatchObject({ objects: { Thing0: { fields: { amount: { read: false } } } } });
    expect(lineOf(project, 'profile Seller')?.note).toContain('1 rights on objects that the project does not describe');
    expect(project.documents.find((document) => document.kind === 'layout' && document.object === 'Thing0')).toMatchObject({ recordTypes: ['Simple'] });
    expect(one('app', 'sales')).toMatchObject({ title: 'Sales', titles: { de: 'Verkauf' }, navigation: ['Account', 'Thing0'], permissionSets: ['Seller'] });
    expect(objectOf(project, 'Task')?.properties['mood']?.guanxi.type).toBe('text');
    expect(objectOf(project, 'Event')?.properties['mood']).toBeDefined();
    expect(lineOf(project, 'field Desk__c')).toMatchObject({ outcome: 'left' });
  });

  it('comes to the same documents again, and leaves names alone that the org has', () => {
    const files = makeLargeProject(3);
    const once = importProject(files);
    expect(importProject(files, { existing: once.documents }).documents).toEqual(once.documents);
    const other = { ...(objectOf(once, 'Thing0') as ObjectDocument), guanxi: { id: 'somebody-else' } };
    expect(objectOf(importProject(files, { existing: [other] }), 'Thing0Record')).toBeDefined();
  });
});

(existsSync(dreamhouse) ? describe : describe.skip)('Dreamhouse (needs ../shared/data/dreamhouse)', () => {
  const readFiles = (): SourceFile[] =>
    readdirSync(dreamhouse, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(dreamhouse, path), text: readFileSync(path, 'utf8') }));

  it('comes over whole: only pages made of components and the lists of every page are left', () => {
    const project = importProject(readFiles());
    const left = project.report.filter(({ outcome }) => outcome === 'left').map(({ element }) => element);
    expect(left).toEqual([
      'related list RelatedFileList', 'related list RelatedActivityList', 'related list RelatedHistoryList', 'tab Property_Explorer', 'tab Property_Finder', 'tab Settings',
    ]);
    expect(Object.keys(objectOf(project, 'Property')?.properties ?? {}).length).toBe(26);
    expect(formulaOf(project, 'Property', 'daysOnMarket')).toBe('TODAY() - dateListed');
    expect(project.rows.map(({ object, rows }) => [object, rows.length])).toEqual([['Broker', 8], ['Property', 12], ['Contact', 5]]);
    expect(project.rows[1]?.rows[0]).toMatchObject({ values: { price: '975000', location: { latitude: '42.35663', longitude: '-71.11095' } }, links: { brokerId: { reference: 'CarolineBrookerRef' } } });
  });
});
