import type { ObjectDocument } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

export type RuleKeyword = NonNullable<ObjectDocument['guanxi']['rules']>[number];

/** A validation rule as the panel edits it. */
export interface RuleDraft {
  readonly title: string;
  readonly name: string;
  readonly when: string;
  readonly message: TranslatedTextValue;
  /** Where the message is shown; null beside the record. */
  readonly field: string | null;
  readonly isActive: boolean;
}

export const emptyRule: RuleDraft = { title: '', name: '', when: '', message: { text: '', titles: {} }, field: null, isActive: true };

export function readRule({ name, title = name, when, message, messages, field, active }: RuleKeyword): RuleDraft {
  return { title, name, when, message: { text: message, titles: messages ?? {} }, field: field ?? null, isActive: active !== false };
}

export function writeRule({ title, name, when, message, field, isActive }: RuleDraft, id: string): RuleKeyword {
  return {
    id, name, ...(title.trim() !== '' && title.trim() !== name && { title: title.trim() }), when: when.trim(), message: message.text.trim(),
    ...(Object.keys(message.titles).length > 0 && { messages: message.titles }), ...(field !== null && { field }), ...(!isActive && { active: false }),
  };
}

/** The object with its rules in another state; an empty list is left out. */
export function withRules(object: ObjectDocument, rules: readonly RuleKeyword[]): ObjectDocument {
  const { rules: _before, ...guanxi } = object.guanxi;
  return { ...object, guanxi: { ...guanxi, ...(rules.length > 0 && { rules }) } };
}

export function putRule(object: ObjectDocument, rule: RuleKeyword): ObjectDocument {
  const rules = object.guanxi.rules ?? [];
  return withRules(object, rules.some(({ id }) => id === rule.id) ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule]);
}
