import type { Model, ObjectModel } from './model.js';
import { sameJson } from './same-json.js';

/** A sound model, with what each of its documents (`layout:Customer`; objects by their name alone) looked at. */
export interface EarlierModel {
  readonly model: Model;
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * `changed`: objects that lack something they had before, or say it differently; what only came in disturbs nobody who
 * looked before. `stale`: objects whose own document is the same, but that look at a changed one.
 */
export function findChanged(objects: ReadonlyMap<string, ObjectModel>, earlier: EarlierModel | undefined): { readonly changed: ReadonlySet<string>; readonly stale: ReadonlySet<string> } {
  const changed = new Set<string>();
  const stale = new Set<string>();
  if (!earlier) return { changed, stale };
  for (const before of earlier.model.objects) {
    const now = objects.get(before.name);
    if (!now || (now !== before && !hasAllOf(now, before))) changed.add(before.name);
  }
  for (let size = -1; size !== changed.size + stale.size; ) {
    size = changed.size + stale.size;
    for (const { name, fields } of objects.values()) {
      if (stale.has(name) || ![...(earlier.reads.get(name) ?? [])].some((read) => changed.has(read))) continue;
      stale.add(name);
      // The kinds of roll-ups follow from what they look at, and others look at them.
      if (fields.some(({ type }) => type === 'rollUp')) changed.add(name);
    }
  }
  return { changed, stale };
}

function hasAllOf(now: ObjectModel, before: ObjectModel): boolean {
  const keepsFields = before.fields.every((field) => {
    const own = now.fieldByName.get(field.name);
    return own !== undefined && own.required === field.required && sameJson(own.property, field.property) && sameJson(own.settings, field.settings);
  });
  const asksNothingNew = now.fields.every((field) => !field.required || before.fieldByName.has(field.name));
  const keepsLists = before.relations.every((relation) => sameJson(relation, now.relationByName.get(relation.name)));
  return keepsFields && asksNothingNew && keepsLists && sameJson(now.recordTypes, before.recordTypes) && now.nameField === before.nameField;
}
