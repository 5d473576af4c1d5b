import { checkFormula } from '@guanxi/formula';
import type { Model } from '@guanxi/metadata';
import { readableScope, type Access } from '@guanxi/query';

/**
 * Whether what others have saved about an object, as the columns and filters of a list, tells names that somebody may not read: those of a field
 * of the object, or of an object. A saved thing that has one is not shown, as it would stand for something else without it.
 */
export function namesHidden(content: unknown, objectName: string, model: Model, access: Access): boolean {
  if (access.admin) return false;
  const rights = access.objects.get(objectName);
  const object = model.objectByName.get(objectName);
  if (!rights || !object) return true;
  const hidden = new Set([...object.fields.filter(({ name }) => !rights.readableFields.has(name)).map(({ name }) => name), ...model.objects.filter(({ name }) => !access.objects.has(name)).map(({ name }) => name)]);
  const isOpen = (formula: string) => checkFormula(formula, readableScope(model, access, objectName)).ok;
  return (hidden.size > 0 && wordsOf(content).some((word) => word.split('.').some((part) => hidden.has(part)))) || !formulasOf(content).every(isOpen);
}

/** Formulas among the filters, of records of the object itself. One that cannot be read tells nothing to anybody else. */
function formulasOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => ((key === 'formula' || key === 'FORMULA') && typeof part === 'string' ? [part] : formulasOf(part)));
}

/** Every key and every text in a JSON value. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...keys, ...Object.values(value).flatMap(wordsOf)];
}
