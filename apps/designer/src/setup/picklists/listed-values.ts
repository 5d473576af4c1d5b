import type { FieldProperty, PicklistValue } from '@guanxi/field-types';
import type { PicklistDocument } from '@guanxi/metadata';

/** The values that a picklist field offers: its own, or those of the global list it names. */
export function listedValues(property: FieldProperty | undefined, sets: readonly PicklistDocument[]): readonly PicklistValue[] {
  if (!property) return [];
  const { valueSet, values: described = [] } = property.guanxi as { readonly valueSet?: string; readonly values?: readonly Partial<PicklistValue>[] };
  if (valueSet !== undefined) return sets.find(({ name }) => name === valueSet)?.values.map(({ value, label = value, color }) => ({ value, label, ...(color !== undefined && { color }) })) ?? [];
  const items = property['items'] as { readonly enum?: unknown } | undefined;
  const listed = property['enum'] ?? items?.enum;
  if (!Array.isArray(listed)) return [];
  return (listed as readonly string[]).map((value) => ({ label: value, ...described.find((one) => one.value === value), value }));
}
