import type { Check } from './check.js';
import type { Writing } from './find-checks.js';
import { fieldsOfFormula } from './field-leaves.js';

/** Validation rules: each is a condition that no saved record may fulfil. */
export function findRuleChecks({ table: { object } }: Writing): readonly Check[] {
  return object.rules
    .filter(({ active }) => active)
    .map((rule) => ({
      code: 'RULE',
      subject: rule.id,
      reads: fieldsOfFormula(rule.when, object),
      wrong: ({ holds }) => holds(rule.when),
    }));
}
