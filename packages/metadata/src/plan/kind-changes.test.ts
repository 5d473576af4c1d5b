import { fieldType, fieldTypes, type FieldProperty, type FieldTypeName } from '@guanxi/field-types';
import { sql } from 'kysely';
import { parseDocuments } from '../document/parse-documents.js';
import type { Model } from '../model/model.js';
import { field, objectDocument } from '../testing/object-document.js';
import { createOrgDatabase, PERSON, type OrgDatabase } from '../testing/org-database.js';
import { plan } from './plan.js';

type Kind = Exclude<FieldTypeName, 'recordId'>;

let database: OrgDatabase;
beforeAll(async () => {
  database = await createOrgDatabase();
});
afterAll(() => database.drop());

/** Literals of what a column of each type may hold: some that other kinds take, and some that they do not. */
const samples: Readonly<Record<string, readonly string[]>> = {
  text: ["'12'", "'12.50'", "'2026-01-02'", "'2026-01-02T03:04:05Z'", "'one'", "'true'", "'10:30:00'", "'ada@example.com'", "'+886223450000'", "'https://example.com'", "'x y z'"],
  bigint: ['7', '900719925474', '0'],
  numeric: ['1.50', '12.00', '-3.25'],
  boolean: ['true', 'false'],
  date: ["'2026-01-02'", "'1999-12-31'"],
  time: ["'10:30:00'", "'00:00:00'"],
  timestamptz: ["'2026-01-02T00:00:00Z'", "'2026-01-02T13:14:15Z'"],
  uuid: [`'${PERSON}'`],
  'text[]': ["'{one}'", "'{one,two}'"],
  jsonb: [`'{"street": "1 Road", "city": "Taipei", "first": "Ada", "last": "Lovelace", "latitude": "25.0", "longitude": "121.5"}'`],
};

/** Kinds that stand in a column and need no other table than this test has. */
const kinds = (Object.keys(fieldTypes) as FieldTypeName[]).filter((name): name is Kind => {
  const kind = fieldType(name);
  return name !== 'recordId' && (kind.storage?.(kind.defaultSettings) ?? 'column') === 'column' && !['file', 'image', 'masterDetail'].includes(name);
});

const property = (kind: Kind, id: string): FieldProperty =>
  field(kind, { id, ...(kind === 'lookup' ? { target: 'Thing' } : {}) }, kind === 'multiPicklist' ? { items: { type: 'string', enum: ['one', 'two'] } } : {});

function modelOf(chosen: Readonly<Record<string, Kind>>): Model {
  const own = Object.entries(chosen).map(([name, kind]) => [name, property(kind, name)] as const);
  const parsed = parseDocuments([objectDocument('Thing', Object.fromEntries([['name', field('text', { id: 'name' })], ...own]), { id: 'thing' })]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.value;
}

const targets = kinds.map((to) => [to, kinds.filter((from) => from !== to && fieldType(to).castFrom[from])] as const).filter(([, sources]) => sources.length > 0);

describe.each(targets)('fields that become %s', (to, sources) => {
  it(`keep every value that fits, and name the records of those that do not (${sources.join(', ')})`, async () => {
    const before = modelOf(Object.fromEntries(sources.map((from) => [`was${from}`, from])));
    const after = modelOf(Object.fromEntries(sources.map((from) => [`was${from}`, to])));
    await database.makeOrg('kinds');
    await database.publish(null, before, 'kinds');
    await fill(before);

    for (const change of plan(before, after, { schema: 'kinds' }).filter(({ kind }) => kind === 'changeFieldKind' || kind === 'addUnique')) {
      if (!change.count) continue;
      const [counted] = await database.run<{ count: number }>(change.count);
      if (!change.blockedWhenCounted || !counted?.count || !change.examples) continue;
      const examples = await database.run<{ id: string }>(change.examples);
      expect(examples.length).toBe(Math.min(5, counted.count));
      // They are mended as the plan asks: here by blanking what it names, until it names none.
      const column = before.objectByName.get('Thing')?.fieldByName.get(change.field ?? '')?.column ?? '';
      for (let named = examples; named.length > 0; named = await database.run<{ id: string }>(change.examples)) {
        await database.run(sql`update kinds.thing set ${sql.id(column)} = null where id in (${sql.join(named.map(({ id }) => id))})`);
      }
    }

    const filled = await countFilled(before);
    await database.publish(before, after, 'kinds');
    // An auto-number fills what is blank.
    if (to !== 'autoNumber') expect(await countFilled(after)).toEqual(filled);
  });
});

async function fill(model: Model): Promise<void> {
  for (const object of model.objects.filter(({ platform }) => !platform)) {
    for (const one of object.fields.filter(({ system, name }) => !system && name !== 'name')) {
      const kind = fieldType(one.type);
      for (const literal of one.type === 'lookup' ? [] : (samples[kind.column(one.settings).name] ?? [])) {
        const value = ['picklist', 'email', 'phone', 'url'].includes(one.type) && literal === "'x y z'" ? "'one'" : literal;
        await database.run(sql`insert into kinds.thing (id, owner_id, created_at, created_by, updated_at, updated_by, name, ${sql.id(one.column)})
          values (gen_random_uuid(), ${PERSON}, now(), ${PERSON}, now(), ${PERSON}, ${one.name}, ${sql.raw(value)}) on conflict do nothing`);
      }
    }
  }
}

/** Values per field. */
async function countFilled(model: Model): Promise<Readonly<Record<string, number>>> {
  const fields = model.objectByName.get('Thing')?.fields.filter(({ system, name }) => !system && name !== 'name') ?? [];
  const counts = fields.map((one) => sql`count(${sql.id(one.column)})::int as ${sql.id(one.name)}`);
  const [row] = await database.run<Record<string, number>>(sql`select ${sql.join(counts)} from kinds.thing`);
  return Object.fromEntries(fields.map(({ name }) => [name, row?.[name] ?? 0]));
}
