import type { LookupInverse } from '@guanxi/field-types';
import { camelCase, pluralize, type ObjectDescription, type ObjectDocument } from '@guanxi/metadata';

/** The list that a new pointer gets on the other side: the records by their plural. None where that name is taken there. */
export function suggestInverse({ name, title, guanxi }: ObjectDocument, target: ObjectDescription | undefined): LookupInverse | undefined {
  const list = guanxi.plural ?? pluralize(camelCase(name));
  if (!target || target.platform || [...target.relations, ...target.fields].some((one) => one.name === list)) return undefined;
  return { name: list, title: guanxi.pluralTitle ?? pluralize(title), ...(guanxi.pluralTitles && { titles: guanxi.pluralTitles }) };
}
