import type { ObjectDocument } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../../form/TranslatedText.js';

export type DuplicateRuleKeyword = NonNullable<ObjectDocument['guanxi']['duplicates']>[number];
export type MatchEntry = DuplicateRuleKeyword['match'][number];

/** A duplicate rule as the panel edits it. */
export interface DuplicateDraft {
  readonly label: TranslatedTextValue;
  readonly name: string;
  readonly match: readonly MatchEntry[];
  readonly onSave: DuplicateRuleKeyword['onSave'];
  readonly isActive: boolean;
}

/** How alike two texts have to be where nobody says it. */
export const usualThreshold = 0.6;

export const emptyDuplicateRule: DuplicateDraft = { label: { text: '', titles: {} }, name: '', match: [], onSave: 'warn', isActive: true };

export function readDuplicateRule({ title, titles, name, match, onSave, active }: DuplicateRuleKeyword): DuplicateDraft {
  return { label: { text: title, titles: titles ?? {} }, name, match, onSave, isActive: active !== false };
}

export function writeDuplicateRule({ label, name, match, onSave, isActive }: DuplicateDraft, id: string): DuplicateRuleKeyword {
  return {
    id, name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }),
    match: match.filter(({ field }) => field !== '').map(({ field, how, threshold }) => ({ field, how, ...(how === 'fuzzy' && threshold !== undefined && { threshold }) })),
    onSave, ...(!isActive && { active: false }),
  };
}

export function withDuplicateRules(object: ObjectDocument, rules: readonly DuplicateRuleKeyword[]): ObjectDocument {
  const { duplicates: _before, ...guanxi } = object.guanxi;
  return { ...object, guanxi: { ...guanxi, ...(rules.length > 0 && { duplicates: rules }) } };
}

export function putDuplicateRule(object: ObjectDocument, rule: DuplicateRuleKeyword): ObjectDocument {
  const rules = object.guanxi.duplicates ?? [];
  return withDuplicateRules(object, rules.some(({ id }) => id === rule.id) ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule]);
}
