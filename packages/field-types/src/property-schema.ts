import type { FieldTypeName, PropertySchema } from './field-type.js';
import type { JsonSchema } from './json-schema.js';

interface PropertyParts {
  readonly type: FieldTypeName;
  /** Standard keywords by name: those with a `const` are required, the others may be left out. */
  readonly keywords: Readonly<Record<string, JsonSchema>>;
  readonly guanxi?: Readonly<Record<string, JsonSchema>>;
  readonly guanxiRequired?: readonly string[];
  readonly required?: readonly string[];
  /** What hangs on more than one keyword, as an `if` with its `else`. */
  readonly also?: JsonSchema;
}

/** Lays out what a kind says about its property documents in the shape that all kinds have. */
export function describeProperty({ type, keywords, guanxi = {}, guanxiRequired = [], required = [], also = {} }: PropertyParts): PropertySchema {
  const fixed = Object.keys(keywords).filter((name) => keywords[name] && 'const' in keywords[name]);
  return {
    ...also,
    type: 'object',
    properties: {
      ...keywords,
      guanxi: { type: 'object', properties: { type: { const: type }, ...guanxi }, required: ['type', ...guanxiRequired] },
    },
    required: [...new Set([...fixed, ...required, 'guanxi'])],
  };
}
