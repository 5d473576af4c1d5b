import type { MetadataDocument, ObjectDocument } from '@guanxi/metadata';
import type { BinItem } from './bin.js';

/** The documents to lay into a draft so that something removed is there again; undefined where there is no place for it. */
export function layBack(item: BinItem, others: readonly BinItem[], drafted: readonly MetadataDocument[], isBlank: (field: BinItem & { readonly kind: 'field' }) => boolean): readonly MetadataDocument[] | undefined {
  const objects = new Map(drafted.flatMap((document) => (document.kind === 'object' ? [[document.guanxi.id, document] as const] : [])));
  if (item.kind === 'field') {
    const object = objects.get(item.object);
    return object && [withField(object, item, isBlank(item))];
  }
  if ([...objects.values()].some(({ name }) => name === item.document.name)) return undefined;
  return [item.document, ...withReferences(item.document, item.revision, others, objects, isBlank)];
}

/** The lookups of other objects that went with it come back with it. */
function withReferences(
  object: ObjectDocument,
  revision: number,
  others: readonly BinItem[],
  objects: ReadonlyMap<string, ObjectDocument>,
  isBlank: (field: BinItem & { readonly kind: 'field' }) => boolean,
): readonly ObjectDocument[] {
  const changed = new Map<string, ObjectDocument>();
  for (const item of others) {
    if (item.kind !== 'field' || item.revision !== revision || item.document.property.guanxi['target'] !== object.name) continue;
    const owner = changed.get(item.object) ?? objects.get(item.object);
    if (owner) changed.set(item.object, withField(owner, item, isBlank(item)));
  }
  return [...changed.values()];
}

/** Under its name, or one beside it that is free; in the place of what has its id now. Records that came in since may have no value: then it is not required. */
function withField(object: ObjectDocument, { field, document }: BinItem & { readonly kind: 'field' }, blank: boolean): ObjectDocument {
  const { name, property, required } = document;
  const kept = Object.entries(object.properties).filter(([, other]) => other.guanxi.id !== field);
  const taken = new Set(kept.map(([other]) => other));
  const free = freeName(name, taken);
  const isRequired = required && (!blank || property.guanxi.type === 'masterDetail');
  const others = (object.required ?? []).filter((other) => taken.has(other));
  return { ...object, properties: Object.fromEntries([...kept, [free, property]]), required: isRequired ? [...others, free] : others };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = name; ; number += 1, free = `${name}${number}`) if (!taken.has(free)) return free;
}

