import { page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';
import { schemaRows } from './schema-rows.mjs';

/** What each kind of document is for. A kind without a sentence makes the page fail. */
const purposes = {
  app: 'What a group of people works with: its navigation; what belongs to it when it is exported, and which apps it needs.',
  object: 'A kind of record: a JSON Schema of its fields, with its record types, rules and duplicate rules.',
  picklist: 'Values that picklists of several objects have in common.',
  layout: 'Which fields a record page shows, in which sections and tabs, which related lists and buttons; for which record types and people.',
  view: 'A list that people can choose: columns, filter, order.',
  workflow: 'What happens by itself.',
  action: 'A button on record pages: it makes a record, changes this one or opens an address.',
  'message-template': 'What is told to people by e-mail or notification, in their language, with formulas as tokens.',
  'document-template': 'Letters and quotes that workflows make of records as PDF: texts with formulas as tokens, tables over related records with totals, header and footer.',
  'business-calendar': 'When people work: the hours of each day of the week, holidays and days with hours of their own, in a time zone. Triggers and steps count time by it.',
  queue: 'Records that wait for one of several people: who they are, how the next one is chosen, and which records come here by their territory.',
  permissions: 'What its holders may do with which objects and fields, and which parts of Setup they may use.',
  'permission-group': 'Permission sets that are given together under one name, less what is muted.',
  role: 'A place in the tree of roles; people above see and change what people below own, where an object lets them.',
  team: 'People that records are shared with as one.',
  'sharing-rule': 'Opens records of an object, by their owner, by a formula or by a territory, to roles, teams, queues or everyone.',
  'retention-rule': 'How long records of an object are kept, counted from a date, and what happens to them then: to the recycle bin, erased as a person, or gone for good. It does nothing until it is switched on in the org.',
};

/** A readable page, and the meta-schemas themselves: an editor that is given one completes and checks documents. */
export async function describeDocuments() {
  const { documentKinds, documentSchema } = await loadPackage('metadata');
  const sections = documentKinds.flatMap((kind) => {
    if (!purposes[kind]) throw new Error(`The kind of document "${kind}" has no purpose in scripts/docs/documents.mjs.`);
    const fields = kind === 'object' ? 'What a property may say depends on its kind: see [field kinds](field-kinds.md).' : '';
    return [`## ${kind}`, `${purposes[kind]} [Its JSON Schema](documents/${kind}.schema.json).`, fields, table(['keyword', 'takes', 'needed', ''], schemaRows(documentSchema(kind)))];
  });
  return {
    'documents.md': page(
      'Documents',
      'Everything that is designed is a JSON document; `guanxi.id` stays the same when a name changes. What stands here is the shape; that names exist, that formulas fit and so on is checked when a draft is saved, and told with every problem at once.',
      sections,
    ),
    ...Object.fromEntries(documentKinds.map((kind) => [`documents/${kind}.schema.json`, `${JSON.stringify(documentSchema(kind), null, 2)}\n`])),
  };
}
