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

const kinds = ['text', 'longText', 'integer', 'decimal', 'date', 'dateTime', 'picklist', 'lookup', 'user', 'email', 'autoNumber'] as const;
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
  const documents = names.map((name, index) => describeObject(name, index, { names, fields: objects[index]?.fields ?? [] }));
  const parsed = parseDocuments([...documents, ...(counts ? anchoredWorkflow(documents) : [])]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 2));
  return parsed.value;
}

function describeObject(name: string, index: number, { names, fields }: { readonly names: readonly string[]; readonly fields: readonly FieldDraft[] }): ObjectDocument {
  const title = [`title`, field('text', { id: 'title' })] as const;
  const own = fields.map((draft, position) => {
    const inverse = draft.hasInverse && (draft.kind === 'lookup' || draft.kind === 'user') ? { inverse: { name: `listOf${name}${draft.name}` } } : {};
    const reference = draft.kind === 'lookup' ? { target: names[draft.target % names.length], onDelete: draft.clears ? 'clear' : 'restrict' } : {};
    return [draft.name, field(draft.kind, { id: `f${position}`, unique: draft.unique, ...inverse, ...reference })] as const;
  });
  return objectDocument(name, Object.fromEntries([title, ...own]), { id: `o${index}`, required: fields.filter((draft) => draft.required).map((draft) => draft.name) });
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
