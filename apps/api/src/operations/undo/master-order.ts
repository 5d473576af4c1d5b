import type { Model, ObjectModel } from '@guanxi/metadata';

/** Masters before their details: nothing comes back before what it belongs to. */
export function inMasterOrder(objects: readonly ObjectModel[], { objectByName }: Model): readonly ObjectModel[] {
  const wanted = new Set(objects);
  const ordered = new Set<ObjectModel>();
  const visit = (object: ObjectModel, way: ReadonlySet<ObjectModel>): void => {
    if (ordered.has(object) || way.has(object)) return;
    for (const { type, target } of object.fields) {
      const master = type === 'masterDetail' ? objectByName.get(target ?? '') : undefined;
      if (master) visit(master, new Set([...way, object]));
    }
    if (wanted.has(object)) ordered.add(object);
  };
  for (const object of objects) visit(object, new Set());
  return [...ordered];
}
