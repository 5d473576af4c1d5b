import { fieldType, type JsonSchema } from '@guanxi/field-types';
import type { Model, ObjectModel } from '../model/model.js';
import { valueName } from '../naming/index.js';
import { filterTypes } from './filter-types.js';
import { measureTypes } from './measure-types.js';
import { recordSchema, type SchemaPurpose } from '../model/record-schema.js';

const purposes: readonly { readonly purpose: SchemaPurpose; readonly key: 'record' | 'create' | 'update'; readonly suffix: string }[] = [
  { purpose: 'read', key: 'record', suffix: '' },
  { purpose: 'create', key: 'create', suffix: 'Create' },
  { purpose: 'update', key: 'update', suffix: 'Update' },
];

/**
 * One TypeScript file: for each object the record as it is read, what creating, updating and filtering take; the type
 * `Objects` of them all with the relations between them and the constant `objects` that `createClient` of `@guanxi/client` is given.
 */
export async function generateTypes(model: Model): Promise<string> {
  return [...(await typesOf(model)), NAMES_COMMENT, `export const objects = ${namesOfObjects(model)} as const;`, ''].join('\n');
}

/** The same as a compiled module, for programs that are not compiled themselves: its declarations and its code. */
export async function generateCompiledTypes(model: Model): Promise<{ readonly declarations: string; readonly code: string }> {
  const names = namesOfObjects(model);
  return {
    declarations: [...(await typesOf(model)), NAMES_COMMENT, `export declare const objects: ${names};`, ''].join('\n'),
    code: [HEAD, `export const objects = ${names};`, ''].join('\n'),
  };
}

const HEAD = '// Written by `guanxi types` from the documents of the org; changes are lost.';
const NAMES_COMMENT = '\n/** How each object is called in the API, and what leads where. */';

async function typesOf(model: Model): Promise<readonly string[]> {
  const types = await Promise.all(model.objects.flatMap((object) => purposesOf(object).map((one) => compileType(model, object, one))));
  return [HEAD, ...types, ...filterTypes(model), objectsType(model)];
}

type Purpose = (typeof purposes)[number];

/** Records of the platform's own objects cannot be written. */
function purposesOf(object: ObjectModel): readonly Purpose[] {
  return purposes.filter(({ purpose }) => purpose === 'read' || !object.platform);
}

async function compileType(model: Model, object: ObjectModel, { purpose, suffix }: Purpose): Promise<string> {
  const name = `${object.name}${suffix}`;
  // The compiler names interfaces after `title`, but people's titles are no names.
  const schema: JsonSchema = { ...untitled(recordSchema(model, object.name, purpose)), title: name };
  // It brings a formatter along that takes long to load, and few processes ever come here.
  const { compile } = await import('json-schema-to-typescript');
  const text = await compile(schema, name, { additionalProperties: false, bannerComment: '', format: true, style: { singleQuote: true, printWidth: 120 } });
  return text.trimEnd();
}

/** Titles inside would become type aliases of their own; as descriptions they become comments. */
function untitled(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, { title, description, ...property }]) => [
        name,
        { ...property, description: [title, description].filter((part) => part !== undefined).join('. ') },
      ]),
    ),
  };
}

function objectsType(model: Model): string {
  const line = (object: ObjectModel): string => {
    const entries = purposes.map(({ key, suffix, purpose }) => `${key}: ${object.platform && purpose !== 'read' ? 'never' : `${object.name}${suffix}`}`);
    const { one, many } = relationsOf(object, model);
    const keys = object.fields.filter(({ externalId, writable }) => externalId && writable).map((field) => `${valueName(field)}: ${object.name}['${valueName(field)}'] & {}`);
    return `  ${object.name}: { ${[...entries, `where: ${object.name}Where`, `one: ${inBraces(one)}`, `many: ${inBraces(many)}`, `keys: ${keys.length > 0 ? `{ ${keys.join('; ')} }` : 'object'}`, ...measureTypes(object)].join('; ')} };`;
  };
  return ['', '/** Every object by name: its types, the objects that its lookups and lists lead to, its external ids. */', 'export interface Objects {', ...model.objects.map(line), '}'].join('\n');
}

interface Relations {
  readonly one: readonly (readonly [string, string])[];
  readonly many: readonly (readonly [string, string])[];
}

/** Where lookups and lists lead to. One that may lead to several objects is read by the lookups it stands for. */
function relationsOf({ fields, relations }: ObjectModel, model: Model): Relations {
  const one = fields.flatMap(({ name, target, storage }) => (target !== undefined && storage !== 'through' && model.objectByName.has(target) ? [[name, target] as const] : []));
  return { one, many: relations.map(({ name, object }) => [name, object] as const) };
}

function inBraces(entries: readonly (readonly [string, string])[]): string {
  return entries.length === 0 ? 'object' : `{ ${entries.map(([name, object]) => `${name}: '${object}'`).join('; ')} }`;
}

/** Values of several pieces are asked for piece by piece. */
function partsOf({ fields }: ObjectModel): string {
  const entries = fields.flatMap(({ name, value }) => {
    const keys = Object.keys(fieldType(value.type).parts ?? {});
    return keys.length === 0 ? [] : [`${name}: [${keys.map((key) => `'${key}'`).join(', ')}]`];
  });
  return entries.length === 0 ? '' : `, parts: { ${entries.join(', ')} }`;
}

function namesOfObjects(model: Model): string {
  const line = (object: ObjectModel): string => {
    const leads = Object.entries(relationsOf(object, model)).flatMap(([kind, entries]: [string, Relations['one']]) => (entries.length > 0 ? [`, ${kind}: ${inBraces(entries).replaceAll(';', ',')}`] : []));
    return `  ${object.name}: { singular: '${object.singular}', plural: '${object.plural}'${partsOf(object)}${leads.join('')} },`;
  };
  return ['{', ...model.objects.map(line), '}'].join('\n');
}
