import type { ObjectDescription } from '@guanxi/metadata';
import { startFilter, type Filter } from './filter.js';

export interface SuggestedFilter {
  readonly key: 'mine' | 'team' | 'recent' | 'choice';
  /** What it is called where that is the field's own matter. */
  readonly label?: string;
  readonly filter: Filter;
}

const mostChoices = 2;

/** Filters that people use most: what is theirs, what is new, and the object's first choices. */
export function suggestedFilters(object: ObjectDescription): readonly SuggestedFilter[] {
  const has = (name: string, word: string) => object.fields.some((field) => field.name === name && field.operators.includes(word));
  const choices = object.fields.filter(({ system, valueLabels }) => !system && valueLabels !== undefined).slice(0, mostChoices);
  return [
    ...(has('owner', 'eq') ? [{ key: 'mine' as const, filter: { field: 'owner', operator: 'eq' as const, operand: 'me' } }] : []),
    ...(has('owner', 'among') ? [{ key: 'team' as const, filter: { field: 'owner', operator: 'among' as const, operand: 'myTeams' } }] : []),
    ...(has('createdAt', 'within') ? [{ key: 'recent' as const, filter: { field: 'createdAt', operator: 'within' as const, operand: { last: { days: 7 } } } }] : []),
    ...choices.flatMap((field) => {
      const filter = startFilter(field);
      return filter ? [{ key: 'choice' as const, label: field.label, filter }] : [];
    }),
  ];
}
