import { fieldType, type JsonSchema } from '@guanxi/field-types';
import { compile } from 'json-schema-to-typescript';
import type { Model, ObjectModel } from '../model/model.js';
import { recordSchema, type SchemaPurpose } from '../model/record-schema.js';

const purposes: readonly { readonly purpose: SchemaPurpose; readonly key: 'record' | 'create' | 'update'; readonly suffix: string }[] = [
  { purpose: 'read', key: 'record', suffix: '' },
  { purpose: 'create', key: 'create', suffix: 'Create' },
  { purpose: 'update', key: 'update', suffix: 'Update' },
];

/**
 * One TypeScript file: for each object the record as it is read, what creating takes and what updating takes; the type
 * `Objects` of them all and the constant `objects` that `createClient` of `@guanxi/client` is given.
 */
export async function generateTypes(model: Model): Promise<string> {
  const { objects } = model;
  const types = await Promise.all(objects.flatMap((object) => purposesOf(object).map((one) => compileType(model, object, one))));
  return ['// Written by `guanxi types` from the documents of the org; changes are lost.', ...types, objectsType(objects), objectsConstant(objects), ''].join('\n');
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

function objectsType(objects: readonly ObjectModel[]): string {
  const line = (object: ObjectModel): string => {
    const entries = purposes.map(({ key, suffix, purpose }) => `${key}: ${object.platform && purpose !== 'read' ? 'never' : `${object.name}${suffix}`}`);
    return `  ${object.name}: { ${entries.join('; ')} };`;
  };
  return ['', '/** Every object by name. */', 'export interface Objects {', ...objects.map(line), '}'].join('\n');
}

/** Values of several pieces are asked for piece by piece. */
function partsOf({ fields }: ObjectModel): string {
  const entries = fields.flatMap(({ name, value }) => {
    const keys = Object.keys(fieldType(value.type).parts ?? {});
    return keys.length === 0 ? [] : [`${name}: [${keys.map((key) => `'${key}'`).join(', ')}]`];
  });
  return entries.length === 0 ? '' : `, parts: { ${entries.join(', ')} }`;
}

function objectsConstant(objects: readonly ObjectModel[]): string {
  const line = (object: ObjectModel): string => `  ${object.name}: { singular: '${object.singular}', plural: '${object.plural}'${partsOf(object)} },`;
  return ['', '/** How each object is called in the API. */', 'export const objects = {', ...objects.map(line), '} as const;'].join('\n');
}
