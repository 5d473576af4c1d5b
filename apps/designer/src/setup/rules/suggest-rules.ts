import { fieldType, isFieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';

export interface RuleSuggestion {
  /** `model.rules.suggestion.<id>` says it in words. */
  readonly id: 'notNegative' | 'order' | 'notInPast' | 'fixed';
  readonly when: string;
  readonly field: string;
  readonly words: { readonly first: string; readonly second: string };
}

/** Rules that many objects have, over the fields of this one. */
export function suggestRules({ properties, guanxi }: ObjectDocument): readonly RuleSuggestion[] {
  const ofType = (type: string) => Object.entries(properties).filter(([, property]) => isFieldTypeName(property.guanxi.type) && fieldType(property.guanxi.type).formulaType === type && fieldType(property.guanxi.type).derived !== true);
  const [number] = ofType('number');
  const [start, end] = ofType('date');
  const name = guanxi.nameField ?? 'name';
  const titleOf = (field: string) => properties[field]?.title ?? field;
  return [
    ...(number ? [{ id: 'notNegative' as const, when: `${number[0]} < 0`, field: number[0], words: { first: titleOf(number[0]), second: '' } }] : []),
    ...(start && end ? [{ id: 'order' as const, when: `${end[0]} < ${start[0]}`, field: end[0], words: { first: titleOf(end[0]), second: titleOf(start[0]) } }] : []),
    ...(start && !end ? [{ id: 'notInPast' as const, when: `AND(ISNEW(), ${start[0]} < TODAY())`, field: start[0], words: { first: titleOf(start[0]), second: '' } }] : []),
    ...(Object.hasOwn(properties, name) ? [{ id: 'fixed' as const, when: `AND(NOT(ISNEW()), ISCHANGED(${name}))`, field: name, words: { first: titleOf(name), second: '' } }] : []),
  ];
}
