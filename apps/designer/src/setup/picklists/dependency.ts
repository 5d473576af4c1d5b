import type { PicklistDependency } from '@guanxi/field-types';

export function isAllowed({ values }: PicklistDependency, deciding: string, value: string): boolean {
  return values[deciding]?.includes(value) ?? false;
}

/** `order` is that of the list, which the allowed values keep. */
export function toggleAllowed(dependency: PicklistDependency, deciding: string, value: string, order: readonly string[]): PicklistDependency {
  const before = dependency.values[deciding] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : order.filter((one) => one === value || before.includes(one));
  return withValues(dependency, deciding, after);
}

/** Allows all, or none where all are allowed already. */
export function allowAll(dependency: PicklistDependency, deciding: string, order: readonly string[]): PicklistDependency {
  return withValues(dependency, deciding, order.every((value) => isAllowed(dependency, deciding, value)) ? [] : order);
}

function withValues({ field, values }: PicklistDependency, deciding: string, allowed: readonly string[]): PicklistDependency {
  const { [deciding]: _before, ...others } = values;
  return { field, values: allowed.length === 0 ? others : { ...others, [deciding]: allowed } };
}
