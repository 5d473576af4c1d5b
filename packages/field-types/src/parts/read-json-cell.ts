import type { JsonValue } from '../json-schema.js';

/** The object in a cell that holds JSON, where all its members are texts with names among `keys`; undefined for any other cell. */
export function readJsonCell(cell: string, keys: readonly string[]): Readonly<Record<string, JsonValue>> | undefined {
  if (!cell.trim().startsWith('{')) return undefined;
  try {
    const value = JSON.parse(cell) as Readonly<Record<string, JsonValue>>;
    return Object.entries(value).every(([key, piece]) => keys.includes(key) && (piece === null || typeof piece === 'string')) ? value : undefined;
  } catch {
    return undefined;
  }
}
