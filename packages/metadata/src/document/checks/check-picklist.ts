import type { PicklistDocument } from '../documents.js';
import type { CheckContext } from './check-context.js';

const namePattern = /^[A-Z][A-Za-z0-9]*$/;
const LONGEST = 60;

/** A global value set is named as objects are, and has each value once. */
export function checkPicklist(picklist: PicklistDocument, context: CheckContext): void {
  if (!namePattern.test(picklist.name) || picklist.name.length > LONGEST) {
    context.report(['name'], {
      code: 'name.invalid',
      message: `The picklist name "${picklist.name}" must begin with a capital letter and hold only letters A–Z and digits, ${LONGEST} at most, as in "CustomerTier".`,
    });
  }
  const seen = new Set<string>();
  picklist.values.forEach(({ value }, index) => {
    if (seen.has(value)) context.report(['values', index, 'value'], { code: 'picklist.repeated', message: `The picklist "${picklist.name}" has the value "${value}" twice.` });
    seen.add(value);
  });
}
