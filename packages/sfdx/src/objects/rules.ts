import type { RuleKeyword } from '@guanxi/metadata';
import { convertFormula, makeId, present, shorten, type Conversion } from '../conversion.js';
import type { ObjectNames } from '../names/name-book.js';
import { textOf } from '../xml/read-xml.js';
import type { ObjectTranslations } from './translations.js';

/** Validation rules with their formulas rewritten; one that cannot be is left. */
export function convertRules(object: ObjectNames, conversion: Conversion, translated: ObjectTranslations): readonly RuleKeyword[] {
  const { report, book, origins } = conversion;
  return object.described.validationRules.flatMap(({ path, name, element }): RuleKeyword[] => {
    const origin = { file: path, element: `validation rule ${name}` };
    const when = convertFormula(textOf(element, 'errorConditionFormula') ?? '', object, conversion);
    if (!when.ok) {
      report.note(origin, 'left', when.reason);
      return [];
    }
    report.note(origin, when.changes.length > 0 ? 'changed' : 'taken', when.changes.join(' '));
    const field = book.field(object, textOf(element, 'errorDisplayField') ?? '')?.name;
    const rule: RuleKeyword = {
      id: makeId('sf', name),
      name,
      when: when.text,
      message: shorten(textOf(element, 'errorMessage') ?? name, 255),
      ...present({ field, messages: translated.messages.get(name) }),
      ...(textOf(element, 'active') === 'false' ? { active: false } : {}),
    };
    origins.set(rule, origin);
    return [rule];
  });
}
