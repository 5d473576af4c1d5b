import type { PicklistDependency } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { listedValues } from './listed-values.js';

type Properties = ObjectDocument['properties'];

/** The object without what it says of values that a picklist of its own does not list any more: dependencies, record types, the default. */
export function dropGoneValues(object: ObjectDocument, field: string): ObjectDocument {
  const property = object.properties[field];
  if (!property || !isPicklist(property) || property.guanxi['valueSet'] !== undefined) return object;
  const listed = new Set(listedValues(property, []).map(({ value }) => value));
  const isThere = (value: string) => listed.has(value);
  const properties = Object.fromEntries(Object.entries(object.properties).map(([name, one]) => [name, name === field ? withoutOwn(one, isThere) : withoutDeciding(one, field, isThere)]));
  const { recordTypes } = object.guanxi;
  const types = recordTypes?.map((type) => (type.values?.[field] ? { ...type, values: { ...type.values, [field]: type.values[field].filter(isThere) } } : type));
  return { ...object, properties, guanxi: { ...object.guanxi, ...(types && { recordTypes: types }) } };
}

function isPicklist({ guanxi }: Properties[string]): boolean {
  return guanxi.type === 'picklist' || guanxi.type === 'multiPicklist';
}

function withoutOwn(property: Properties[string], isThere: (value: string) => boolean): Properties[string] {
  const { default: fixed, ...rest } = property as Properties[string] & { readonly default?: unknown };
  const kept = typeof fixed === 'string' && !isThere(fixed) ? rest : property;
  const dependsOn = property.guanxi['dependsOn'] as PicklistDependency | undefined;
  if (!dependsOn) return kept;
  const values = Object.fromEntries(Object.entries(dependsOn.values).map(([deciding, left]) => [deciding, left.filter(isThere)] as const).filter(([, left]) => left.length > 0));
  return { ...kept, guanxi: { ...property.guanxi, dependsOn: { ...dependsOn, values } } };
}

function withoutDeciding(property: Properties[string], field: string, isThere: (value: string) => boolean): Properties[string] {
  const dependsOn = property.guanxi['dependsOn'] as PicklistDependency | undefined;
  if (dependsOn?.field !== field) return property;
  return { ...property, guanxi: { ...property.guanxi, dependsOn: { field, values: Object.fromEntries(Object.entries(dependsOn.values).filter(([deciding]) => isThere(deciding))) } } };
}
