import { readFileSync } from 'node:fs';
import { inRoot } from '../prepare/paths.mjs';
import { code, codes, page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';
import { describeSchema, schemaRows } from './schema-rows.mjs';

/** The words that Setup uses for kinds; a kind without any makes the page fail. */
const words = JSON.parse(readFileSync(inRoot('apps/designer/src/i18n/en/setup.json'), 'utf8')).kind;

export async function describeFieldKinds() {
  const { fieldTypes } = await loadPackage('field-types');
  const { documentSchema } = await loadPackage('metadata');
  const kinds = Object.values(fieldTypes).filter(({ system }) => !system);
  return {
    'field-kinds.md': page(
      'Field kinds',
      'A field is a property of an object document: JSON Schema keywords, and under `guanxi` what JSON Schema cannot say. Its kind is `guanxi.type`.',
      table(
        ['kind', 'in Setup', 'what it holds', 'column', 'GraphQL', 'in formulas'],
        kinds.map((kind) => [`[${kind.name}](#${kind.name.toLowerCase()})`, words[kind.name].label, words[kind.name].help, code(columnOf(kind)), code(kind.scalar), kind.formulaType]),
      ),
      '## Every kind',
      'What every field can say, whatever its kind. Whether it is required stands in the object, in `required`.',
      table(['setting', 'takes', 'needed', ''], commonRows(documentSchema('object').$defs.text, fieldTypes.text)),
      'Where it is told below which kinds a field may be changed from, a star marks those whose values may not all fit; publishing then names the records in the way, and waits.',
      kinds.flatMap(describeKind),
    ),
  };
}

function describeKind(kind) {
  const traits = [
    kind.sortable ? 'Lists can be sorted by it.' : 'Lists cannot be sorted by it.',
    kind.searchable ? 'The search by a piece of text looks into it.' : '',
    kind.generated ? 'The platform makes its values; none are taken from outside.' : '',
    kind.reference ? 'It points to a record.' : '',
  ];
  return [
    `## ${kind.name}`,
    `${words[kind.name].help}. ${traits.filter(Boolean).join(' ')}`,
    table(['setting', 'takes', 'needed', ''], settingRows(kind)),
    table(
      ['', ''],
      [
        ['value', valueOf(kind)],
        ['column without settings', code(columnOf(kind))],
        ['filter words', codes(kind.operators)],
        ['may become this kind', castsOf(kind)],
      ],
    ),
  ];
}

/** What the document says of a text field and the kind itself does not. */
function commonRows(document, kind) {
  const own = new Set(schemaRows(kind.propertySchema).map(([path]) => path));
  return schemaRows(document).filter(([path]) => !own.has(path));
}

const settingRows = ({ propertySchema }) => schemaRows(propertySchema).filter(([path]) => !['`guanxi`', '`guanxi.type`', '`type`', '`format`'].includes(path));

function columnOf(kind) {
  const { name, arguments: numbers } = kind.column(kind.defaultSettings);
  return numbers?.length ? `${name}(${numbers.join(', ')})` : name;
}

function valueOf(kind) {
  const schema = kind.valueSchema(kind.defaultSettings);
  return schema.enum?.length === 0 ? 'one of its values, as text' : describeSchema(schema);
}

function castsOf({ name, castFrom }) {
  const casts = Object.entries(castFrom).filter(([from]) => from !== name);
  return casts.length === 0 ? 'no other' : casts.map(([from, { fits }]) => (fits ? `${code(from)}*` : code(from))).join(' ');
}
