import type { ObjectDocument } from '@guanxi/metadata';
import type { ObjectDraft, PropertyDraft } from '../documents/document-types.js';
import { freeName } from '../documents/suggest-name.js';

/**
 * Another object with the same fields under a free name. Lists on the other side of its relations stay with the original,
 * and so does what adds up records that point to it.
 */
export function copyObject(object: ObjectDocument, title: string, taken: readonly string[]): ObjectDraft {
  const name = freeName(`${object.name}Copy`, taken);
  const kept = Object.entries(object.properties).filter(([, { guanxi }]) => guanxi.type !== 'rollUp' && guanxi.type !== 'junction');
  const properties = Object.fromEntries(kept.map(([field, { guanxi, ...keywords }]): readonly [string, PropertyDraft] => {
    const { id: _id, inverse: _inverse, ...rest } = guanxi as Readonly<Record<string, unknown>> & { readonly type: string };
    return [field, { ...keywords, guanxi: { ...rest, type: guanxi.type } }];
  }));
  const { id: _id, plural: _plural, pluralTitle: _pluralTitle, titles: _titles, pluralTitles: _pluralTitles, rules, duplicates, compact, person, ...keyword } = object.guanxi;
  const { required: before = [], ...rest } = object;
  const required = before.filter((field) => Object.hasOwn(properties, field));
  const shown = compact?.filter((field) => Object.hasOwn(properties, field)) ?? [];
  const known = person?.filter((field) => Object.hasOwn(properties, field)) ?? [];
  const renewed = <Rule extends { readonly id: string }>(one: Rule): Rule => ({ ...one, id: crypto.randomUUID() });
  return {
    ...rest, name, title, properties, ...(required.length > 0 && { required }),
    guanxi: { ...keyword, ...(shown.length > 0 && { compact: shown }), ...(known.length > 0 && { person: known }), ...(rules && { rules: rules.map(renewed) }), ...(duplicates && { duplicates: duplicates.map(renewed) }) },
  };
}
