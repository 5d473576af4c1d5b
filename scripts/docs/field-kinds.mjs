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
        kinds.map((kind) => [`[${kind.name}](#${kind.name.toLowerCase()})`, words[kind.name].label, words[kind.name].help, code(columnOf(kind)), code(apiTypeOf(kind)), kind.derived ? 'its result' : kind.encrypted ? 'no' : kind.formulaType]),
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
    kind.alwaysRequired ? 'It is always required.' : '',
    kind.derived ? 'Its values follow from others and are never written.' : '',
    kind.encrypted ? 'The database holds a cipher only: the API encrypts and decrypts, and nothing can be found, sorted or computed by the value.' : '',
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
        ['filter words', kind.derived ? 'those of the kind that its values behave as' : kind.operators.length === 0 ? 'those of the fields that it stands for' : codes(kind.operators)],
        ['may become this kind', castsOf(kind)],
      ],
    ),
    ...piecesOf(kind),
  ];
}

/** The pieces of a value, each with filter words of its own. */
function piecesOf({ parts }) {
  if (!parts) return [];
  return [table(['piece', '', 'GraphQL', 'in formulas', 'filter words'], Object.entries(parts).map(([name, { label, scalar, formulaType, operators }]) => [code(name), label.en, code(scalar), formulaType, codes(operators)]))];
}

/** What carries a value in the records API: an object type of its own for a value of several pieces. */
function apiTypeOf({ name, scalar, list, parts, storage, defaultSettings, derived }) {
  if (derived) return 'that of its result';
  if (parts) return name[0].toUpperCase() + name.slice(1);
  const place = storage?.(defaultSettings) ?? 'column';
  if (place === 'members') return 'a union of its targets';
  if (place === 'through') return 'a connection';
  return list ? `[${scalar}!]` : scalar;
}

/** What the document says of a text field and the kind itself does not. */
function commonRows(document, kind) {
  const own = new Set(schemaRows(kind.propertySchema).map(([path]) => path));
  return schemaRows(document).filter(([path]) => !own.has(path));
}

const settingRows = ({ propertySchema }) => schemaRows(propertySchema).filter(([path]) => !['`guanxi`', '`guanxi.type`', '`type`', '`format`'].includes(path));

/** Kinds that are in no column say instead where their values are. */
const places = { members: 'a lookup per target', through: 'records in between', computed: 'none, or that of its result', maintained: 'that of its result' };

function columnOf(kind) {
  const place = places[kind.storage?.(kind.defaultSettings)];
  if (place) return place;
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
