import type { MetadataDocument } from '@guanxi/metadata';
import { v7 as uuidv7 } from 'uuid';

type Json = { readonly [key: string]: unknown };

/**
 * Ids for a document and its fields that came without: those of the document that has its kind and name, and of the fields
 * with their names there; else new ones. Whatever is of the wrong shape is left for the checks to find.
 */
export function giveIds(input: unknown, existing: readonly MetadataDocument[]): unknown {
  if (!isObject(input)) return input;
  const { guanxi = {}, properties } = input;
  if (!isObject(guanxi)) return input;
  const known = existing.find((document) => (guanxi['id'] === undefined ? document.kind === input['kind'] && document.name === input['name'] : document.guanxi.id === guanxi['id']));
  return {
    ...input,
    ...(input['kind'] === 'object' && isObject(properties) && { properties: giveFieldIds(properties, known) }),
    guanxi: { id: known?.guanxi.id ?? uuidv7(), ...guanxi },
  };
}

function giveFieldIds(properties: Json, known: MetadataDocument | undefined): Json {
  const before = known?.kind === 'object' ? known.properties : {};
  const taken = new Set(Object.values(properties).map(readId));
  const entries = Object.entries(properties).map(([name, property]) => {
    if (!isObject(property) || !isObject(property['guanxi']) || property['guanxi']['id'] !== undefined) return [name, property];
    const sameName = Object.hasOwn(before, name) ? before[name]?.guanxi.id : undefined;
    // A field that was renamed has taken its id along; another one of the old name is new.
    const id = sameName !== undefined && !taken.has(sameName) ? sameName : uuidv7();
    return [name, { ...property, guanxi: { id, ...property['guanxi'] } }];
  });
  return Object.fromEntries(entries);
}

function readId(property: unknown): unknown {
  return isObject(property) && isObject(property['guanxi']) ? property['guanxi']['id'] : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
