import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { camelCase, graphqlNames, pluralize, type MetadataDocument } from '@guanxi/metadata';
import { importProject, resolveRows, type ImportedProject } from '@guanxi/sfdx';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { publishDocuments } from '../../testing/publish-documents.js';

const dreamhouse = fileURLToPath(new URL('../../../../../../shared/data/dreamhouse/', import.meta.url));

(existsSync(dreamhouse) ? describe : describe.skip)('Dreamhouse from Salesforce (needs ../shared/data/dreamhouse)', () => {
  let app: TestApp;
  let admin: Caller;
  let project: ImportedProject;

  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}, path = '/graphql'): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, variables, path);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };

  const createRows = async (): Promise<void> => {
    const ids = new Map<string, string>();
    for (const { object, rows } of project.rows) {
      const singular = camelCase(object);
      const names = graphqlNames({ name: object, singular, plural: pluralize(singular) });
      const { ready, waiting } = resolveRows(rows, ids);
      expect(waiting).toEqual([]);
      const { made } = await ask<{ made: { id: string }[] }>(`mutation ($data: [${names.createInput}!]!) { made: ${names.createMany}(data: $data) { id } }`, { data: ready.map(({ values }) => values) });
      ready.forEach(({ reference }, index) => reference !== undefined && ids.set(reference, made[index]?.id ?? ''));
    }
  };

  beforeAll(async () => {
    app = await startTestApp('salesforce');
    admin = await app.signIn(ADMIN.email, ADMIN.password);
    const files = readdirSync(dreamhouse, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(dreamhouse, path), text: readFileSync(path, 'utf8') }));
    const { documents } = await ask<{ documents: { document: MetadataDocument }[] }>('{ documents(draft: false) { document } }', {}, '/metadata');
    project = importProject(files, { existing: documents.map(({ document }) => document) });
    await publishDocuments(admin, project.documents);
    await createRows();
  }, 120_000);
  afterAll(() => app.close());

  it('has all records, with brokers beside their properties', async () => {
    const { brokers, properties, contacts } = await ask<{
      brokers: { totalCount: number; nodes: { name: string; properties: { nodes: { name: string }[] } }[] };
      properties: { totalCount: number; nodes: { name: string; price: string; location: { latitude: string } | null; broker: { name: string } | null }[] };
      contacts: { totalCount: number; nodes: { name: { first: string; last: string } }[] };
    }>(`{ brokers { totalCount nodes { name properties { nodes { name } } } }
      properties(orderBy: [{ price: DESC }]) { totalCount nodes { name price location { latitude } broker { name } } }
      contacts { totalCount nodes { name { first last } } } }`);
    expect([brokers.totalCount, properties.totalCount, contacts.totalCount]).toEqual([8, 12, 5]);
    expect(properties.nodes.find(({ name }) => name === 'Stunning Victorian')).toEqual({ name: 'Stunning Victorian', price: '975000', location: { latitude: '42.35663' }, broker: { name: 'Caroline Kingsley' } });
    expect(brokers.nodes.flatMap((broker) => broker.properties.nodes).length).toBe(12);
    expect(contacts.nodes).toContainEqual({ name: { first: 'Brad', last: 'Holmes' } });
  });

  it('computes its formulas: days on the market, pictures, the link to the record', async () => {
    const { properties } = await ask<{ properties: { nodes: { id: string; daysOnMarket: string; pictureIMG: string; picture: string; recordLink: string }[] } }>(
      '{ properties(where: { daysOnMarket: { gte: "10" } }, first: 50) { nodes { id daysOnMarket pictureIMG picture recordLink } } }',
    );
    expect(properties.nodes.length).toBe(12);
    for (const { id, daysOnMarket, pictureIMG, picture, recordLink } of properties.nodes) {
      expect(daysOnMarket).toBe('10');
      expect(pictureIMG).toContain(picture);
      expect(recordLink).toBe(`/${id}`);
    }
  });

  it('has the list view, the layout, the compact layout, the app and the permission set', () => {
    const one = (kind: MetadataDocument['kind'], name: string) => project.documents.find((document) => document.kind === kind && document.name === name);
    expect(one('view', 'Property All')).toMatchObject({ columns: ['name', 'city', 'beds', 'price', 'status'] });
    const layout = one('layout', 'Property Layout');
    expect(layout?.kind === 'layout' ? layout.sections.map(({ title, cells }) => [title, cells.length]) : []).toEqual([['Information', 14], ['Description', 1], ['Dates', 5], ['Pictures', 4], ['System Information', 2]]);
    expect(one('object', 'Property')).toMatchObject({ guanxi: { compact: ['city', 'price', 'beds', 'baths'] } });
    expect(one('app', 'dreamhouse')).toMatchObject({ navigation: ['Broker', 'Property'], permissionSets: ['dreamhouse'] });
    expect(one('permissions', 'dreamhouse')).toMatchObject({ objects: { Property: { read: 'all', create: true, edit: 'all', delete: 'all' } } });
  });

  it('keeps to its picklist', async () => {
    const { errors } = await admin.ask('mutation { createProperty(data: { name: "Ruin", status: "Haunted" }) { id } }', {}, '/graphql');
    expect(errors).toBeDefined();
  });
});
