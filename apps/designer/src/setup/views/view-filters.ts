import type { JsonValue, OperatorName } from '@guanxi/field-types';
import { valueName, type ObjectDescription } from '@guanxi/metadata';
import { isComplete, operandShapes, type Filter } from '../../workspace/filters/filter.js';

type Where = Readonly<Record<string, unknown>>;

/** A view's condition as rows of the filter builder; undefined where it says more than rows can. */
export function filtersOfWhere(object: Pick<ObjectDescription, 'fields'>, where: Where | undefined): readonly Filter[] | undefined {
  if (where === undefined) return [];
  const filters: Filter[] = [];
  for (const [key, inner] of Object.entries(where)) {
    if (key === 'AND') {
      for (const part of inner as readonly Where[]) {
        const found = filtersOfWhere(object, part);
        if (!found) return undefined;
        filters.push(...found);
      }
      continue;
    }
    const field = object.fields.find((one) => one.name === key || valueName(one) === key);
    const words = Object.entries((inner ?? {}) as Where);
    if (!field || words.length === 0 || words.some(([word]) => !(word in operandShapes) || !field.operators.includes(word))) return undefined;
    filters.push(...words.map(([word, operand]) => ({ field: field.name, operator: word as OperatorName, operand: operand as JsonValue })));
  }
  return filters;
}

/** The other way; filters whose value is still missing are left out. */
export function whereOfFilters(filters: readonly Filter[]): Where | undefined {
  const complete = filters.filter(isComplete);
  const parts = complete.map(({ field, operator, operand }) => ({ [field]: { [operator]: operand } }));
  if (parts.length === 0) return undefined;
  const names = complete.map(({ field }) => field);
  return new Set(names).size === names.length ? Object.assign({}, ...parts) as Where : { AND: parts };
}
