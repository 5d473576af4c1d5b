import type { FieldProperty } from '@guanxi/field-types';
import fc from 'fast-check';
import { parseDocuments } from '../document/parse-documents.js';
import type { ObjectDocument, WorkflowDocument } from '../document/documents.js';
import type { Model } from '../model/model.js';
import { field, objectDocument } from '../testing/object-document.js';
import { createOrgDatabase, type OrgDatabase } from '../testing/org-database.js';
import { plan } from './plan.js';

let database: OrgDatabase;
beforeAll(async () => {
  database = await createOrgDatabase();
});
afterAll(() => database.drop());

const kinds = [
  'text', 'longText', 'integer', 'decimal', 'date', 'dateTime', 'time', 'picklist', 'multiPicklist', 'lookup', 'polymorphicLookup', 'user', 'email', 'autoNumber',
  'formula', 'rollUp',
] as const;
const objectNames = ['Customer', 'Order', 'OrderItem', 'Invoice'];
const fieldNames = ['name', 'number', 'orderedOn', 'customer', 'amount', 'itemName'];

interface FieldDraft {
  readonly name: string;
  readonly kind: (typeof kinds)[number];
  readonly required: boolean;
  readonly unique: boolean;
  readonly target: number;
  readonly hasInverse: boolean;
  readonly clears: boolean;
  readonly indexed: boolean;
}

const fieldDraft = (name: string): fc.Arbitrary<FieldDraft> =>
  fc.record({
    name: fc.constant(name),
    kind: fc.constantFrom(...kinds),
    required: fc.boolean(),
    unique: fc.boolean(),
    target: fc.nat({ max: objectNames.length - 1 }),
    hasInverse: fc.boolean(),
    clears: fc.boolean(),
    indexed: fc.boolean(),
  });

/** Ids are places in these lists, so that two drafts of one model rename, trade names, remove and add. */
const objectDraft = fc
  .tuple(fc.shuffledSubarray(fieldNames, { minLength: fieldNames.length }), fc.nat({ max: fieldNames.length }))
  .chain(([names, count]) => fc.record({ names: fc.constant(names), fields: fc.tuple(...names.slice(0, count).map(fieldDraft)) }));
const orgDraft = fc
  .tuple(fc.shuffledSubarray(objectNames, { minLength: objectNames.length }), fc.integer({ min: 1, max: objectNames.length }))
  .chain(([names, count]) => fc.record({ names: fc.constant(names.slice(0, count)), objects: fc.tuple(...names.slice(0, count).map(() => objectDraft)), counts: fc.boolean() }));

type OrgDraft = typeof orgDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

function modelOf({ names, objects, counts }: OrgDraft): Model {
  const lists = names.flatMap((name, index) => (objects[index]?.fields ?? []).flatMap((draft) => (listsOf(draft) ? [{ name: listName(name, draft), target: names[draft.target % names.length] }] : [])));
  const documents = names.map((name, index) => describeObject(name, index, { names, lists, fields: objects[index]?.fields ?? [] }));
  const parsed = parseDocuments([...documents, ...(counts ? anchoredWorkflow(documents) : [])]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 2));
  return parsed.value;
}

interface Around {
  readonly names: readonly string[];
  readonly lists: readonly { readonly name: string; readonly target: string | undefined }[];
  readonly fields: readonly FieldDraft[];
}

const listsOf = ({ kind, hasInverse }: FieldDraft): boolean => hasInverse && kind === 'lookup';
const listName = (object: string, { name }: FieldDraft): string => `listOf${object}${name}`;

function describeObject(name: string, index: number, { names, lists, fields }: Around): ObjectDocument {
  const title = [`title`, field('text', { id: 'title' })] as const;
  const own = fields.map((draft, position) => [draft.name, describeField(draft, `f${position}`, name, { names, lists, fields })] as const);
  const required = fields.filter((draft) => draft.required && !DERIVED.includes(draft.kind)).map((draft) => draft.name);
  return objectDocument(name, Object.fromEntries([title, ...own]), { id: `o${index}`, required });
}

const DERIVED: readonly string[] = ['formula', 'rollUp', 'polymorphicLookup'];

function describeField(draft: FieldDraft, id: string, object: string, { names, lists }: Around): FieldProperty {
  const target = names[draft.target % names.length];
  const relation = lists.find((list) => list.target === object)?.name;
  const inverse = draft.hasInverse && (draft.kind === 'lookup' || draft.kind === 'user') ? { inverse: { name: listName(object, draft) } } : {};
  if (draft.kind === 'lookup') return field('lookup', { id, unique: draft.unique, ...inverse, target, onDelete: draft.clears ? 'clear' : 'restrict' });
  if (draft.kind === 'polymorphicLookup') return field('polymorphicLookup', { id, targets: [...new Set([target, draft.clears ? names[0] : target])] }, { type: 'object' });
  if (draft.kind === 'formula') return field('formula', { id, formula: draft.clears ? 'LEN(title)' : 'LEN(title) + 1', result: 'number', stored: draft.hasInverse, indexed: draft.indexed }, { type: 'string' });
  if (draft.kind === 'rollUp' && relation !== undefined) {
    const operation = draft.clears ? (draft.hasInverse ? 'sum' : 'count') : draft.hasInverse ? 'last' : 'max';
    return field('rollUp', { id, relation, operation, ...(operation === 'count' ? {} : { value: 'LEN(title)' }), ...(operation === 'last' ? { orderBy: 'createdAt' } : {}), ...(draft.indexed ? { filter: 'LEN(title) > 3' } : {}) }, { type: 'string' });
  }
  const kind = draft.kind === 'rollUp' ? 'boolean' : draft.kind;
  const keywords = kind === 'multiPicklist' ? { items: { type: 'string', enum: ['one', 'two'] } } : {};
  return field(kind, { id, unique: draft.unique && kind !== 'multiPicklist' && kind !== 'boolean', indexed: draft.indexed, ...inverse }, keywords);
}

/** Counts time from the first day of related records that there is. */
function anchoredWorkflow(documents: readonly ObjectDocument[]): readonly WorkflowDocument[] {
  for (const document of documents) {
    for (const property of Object.values(document.properties)) {
      const { target, inverse } = property.guanxi as { target?: string; inverse?: { name: string } };
      const moment = Object.entries(document.properties).find(([, one]) => one.guanxi.type === 'date')?.[0];
      if (target === undefined || !inverse || moment === undefined) continue;
      return [{
        kind: 'workflow', name: 'w', title: 'w', object: target,
        trigger: { elapsed: { since: { max: { relation: inverse.name, field: moment } }, after: 'P30D' } },
        steps: [{ id: 's', action: 'notify', input: {} }],
        guanxi: { id: 'w' },
      }];
    }
  }
  return [];
}

describe('a plan between any two models', () => {
  it('leaves the same catalog when tables are large and work is done after the commit', async () => {
    await fc.assert(
      fc.asyncProperty(orgDraft, orgDraft, async (one, other) => {
        const [a, b] = [modelOf(one), modelOf(other)];
        await database.makeOrg('changed');
        await database.makeOrg('fresh');
        await database.publish(null, a, 'changed');
        await database.finish(b, await database.publish(a, b, 'changed', { isLarge: () => true }), 'changed');
        await database.publish(null, b, 'fresh');
        expect(await database.catalog('changed')).toEqual(await database.catalog('fresh'));
      }),
      { numRuns: Number(process.env['PLAN_RUNS'] ?? 15) },
    );
  });

  it('puts aside what is removed, and takes it back when the first model comes again', async () => {
    await fc.assert(
      fc.asyncProperty(orgDraft, orgDraft, async (one, other) => {
        const [a, b] = [modelOf(one), modelOf(other)];
        await database.makeOrg('changed');
        await database.publish(null, a, 'changed');
        const before = await database.catalog('changed');
        const there = await database.publish(a, b, 'changed', { revision: 2 });
        const bin = there.flatMap(({ id, bin: move }) => (move?.puts ? [{ id, ...move.puts }] : []));
        await database.publish(b, a, 'changed', { bin });
        // Where values could be converted back, they were, and the old column still stands aside.
        const after = (await database.catalog('changed')) as { columns: { column_name: string }[] };
        expect({ ...after, columns: after.columns.filter(({ column_name: name }) => !name.startsWith('_gone_')) }).toEqual(before);
      }),
      { numRuns: Number(process.env['PLAN_RUNS'] ?? 15) },
    );
  });

  it('leaves the catalog that making the second from nothing would leave', async () => {
    await fc.assert(
      fc.asyncProperty(orgDraft, orgDraft, async (one, other) => {
        const [a, b] = [modelOf(one), modelOf(other)];
        await database.makeOrg('changed');
        await database.makeOrg('fresh');
        await database.publish(null, a, 'changed');
        await database.publish(a, b, 'changed');
        await database.publish(null, b, 'fresh');
        expect(await database.catalog('changed')).toEqual(await database.catalog('fresh'));
      }),
      { numRuns: Number(process.env['PLAN_RUNS'] ?? 25) },
    );
  });

  it('is empty between a model and itself, and only then', () => {
    fc.assert(
      fc.property(orgDraft, orgDraft, (one, other) => {
        const [a, again, b] = [modelOf(one), modelOf(one), modelOf(other)];
        expect(plan(a, again, { schema: 'org' })).toEqual([]);
        const documents = (model: Model) => model.objects.map((object) => object.document);
        if (JSON.stringify([documents(a), a.workflows]) !== JSON.stringify([documents(b), b.workflows])) expect(plan(a, b, { schema: 'org' })).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
