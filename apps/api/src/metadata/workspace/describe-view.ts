import { checkFormula } from '@guanxi/formula';
import { translate, type Model, type ObjectModel, type ViewDocument } from '@guanxi/metadata';
import { readableScope, type Access } from '@guanxi/query';
import type { Viewer } from './may-read.js';

/** Without the columns that this person may not read; undefined when the view filters or sorts by something they may not read. */
export function describeView(view: ViewDocument, object: ObjectModel, { model, access, locale }: Viewer): ViewDocument | undefined {
  const readable = (field: string) => access.objects.get(object.name)?.readableFields.has(field) ?? false;
  const mayFilter = maySee(view.where, object, model, access);
  if (!mayFilter || !(view.orderBy ?? []).every(({ field }) => readable(fieldOf(field, object)))) return undefined;
  return {
    ...view,
    title: translate(view.title, view.titles, locale),
    columns: view.columns.filter((column) => readable(fieldOf(column, object))),
  };
}

/** Walks a condition like the API's `where`: fields, relations in both directions, AND, OR, NOT, FORMULA. */
function maySee(where: unknown, object: ObjectModel, model: Model, access: Access): boolean {
  if (Array.isArray(where)) return where.every((part) => maySee(part, object, model, access));
  if (typeof where !== 'object' || where === null) return true;
  const readable = access.objects.get(object.name)?.readableFields;
  return Object.entries(where).every(([key, inner]) => {
    if (['AND', 'OR', 'NOT'].includes(key)) return maySee(inner, object, model, access);
    if (key === 'FORMULA') return typeof inner === 'string' && checkFormula(inner, readableScope(model, access, object.name)).ok;
    const relation = object.relationByName.get(key);
    const target = model.objectByName.get(relation?.object ?? '');
    if (target) return access.objects.has(target.name) && Object.values(inner ?? {}).every((part) => maySee(part, target, model, access));
    const field = object.fieldByName.get(fieldOf(key, object));
    if (!field || !readable?.has(field.name)) return false;
    const pointedTo = field.target === undefined || field.name !== key ? undefined : model.objectByName.get(field.target);
    return pointedTo ? maySeeThrough(inner, pointedTo, model, access) : true;
  });
}

/** The condition on a lookup is either one on the record it points to or operators on the lookup itself. */
function maySeeThrough(inner: unknown, target: ObjectModel, model: Model, access: Access): boolean {
  const keys = Object.keys(inner ?? {});
  const names = keys.some((key) => target.fieldByName.has(fieldOf(key, target)) || target.relationByName.has(key));
  return names ? maySee(inner, target, model, access) : true;
}

/** `customerId` is the id of the lookup `customer`. */
function fieldOf(key: string, object: ObjectModel): string {
  if (object.fieldByName.has(key)) return key;
  const [path = key] = key.split('.');
  if (object.fieldByName.has(path)) return path;
  return path.endsWith('Id') ? path.slice(0, -2) : path;
}
