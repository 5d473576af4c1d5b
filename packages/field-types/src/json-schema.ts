/** A JSON Schema (2020-12) document or fragment, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
