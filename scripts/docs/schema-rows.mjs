import { code } from './markdown.mjs';

/** One row per property of a JSON Schema, nested ones by their path: [path, what it takes, needed, what it is]. */
export function schemaRows(schema, root = schema, prefix = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([name, given]) => {
    const property = follow(given, root);
    const path = prefix + name;
    const needed = schema.required?.includes(name) ? 'yes' : '';
    return [[code(path), describeSchema(property, root), needed, property.description ?? property.title ?? ''], ...inside(property, root, path)];
  });
}

/** What a schema takes, in few words: `text, up to 255 characters`, `all or own`. */
export function describeSchema(given, root = given) {
  const schema = follow(given, root);
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.length > 16 ? `one of ${schema.enum.length} words` : schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map((choice) => describeSchema(choice, root)).join(' or ');
  if (schema.type === 'array') return `list of ${describeSchema(schema.items ?? {}, root)}`;
  if (schema.type === 'object') return typeof schema.additionalProperties === 'object' ? `object of ${describeSchema(schema.additionalProperties, root)}` : 'object';
  return [kinds[schema.type] ?? 'any value', ...limits(schema)].join(', ');
}

const kinds = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' };

function limits({ minimum, maximum, minLength, maxLength, format }) {
  return [
    format ? `format ${code(format)}` : '',
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : minimum !== undefined ? `${minimum} or more` : maximum !== undefined ? `up to ${maximum}` : '',
    maxLength !== undefined ? `up to ${maxLength} characters` : minLength > 1 ? `${minLength} characters or more` : '',
  ].filter(Boolean);
}

function inside(schema, root, path) {
  if (schema.type === 'array' && schema.items) {
    const items = follow(schema.items, root);
    return items.properties ? schemaRows(items, root, `${path}[].`) : [];
  }
  const values = typeof schema.additionalProperties === 'object' ? follow(schema.additionalProperties, root) : undefined;
  if (values?.properties && !schema.properties) return schemaRows(values, root, `${path}.*.`);
  return schema.properties ? schemaRows(schema, root, `${path}.`) : [];
}

function follow(schema, root) {
  if (!schema.$ref?.startsWith('#/')) return schema;
  return schema.$ref.slice(2).split('/').reduce((place, part) => place[part], root);
}
