import type { FormulaScope } from '../formula.js';
import { functionDefinitions } from '../functions/registry.js';
import { nearestName } from './nearest-name.js';

/** "Did you mean" for the first part of the path that is not known where it stands. */
export function hintForField(path: readonly string[], scope: FormulaScope): string | undefined {
  if (scope.suggest === undefined) return undefined;
  for (const [index, name] of path.entries()) {
    const above = path.slice(0, index);
    const known = scope.suggest(above);
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    if (near !== undefined) return `Did you mean "${[...above, near, ...path.slice(index + 1)].join('.')}"?`;
    if (known.length === 0) return index === 0 ? undefined : `"${above.join('.')}" leads to no further fields.`;
    const shown = known.slice(0, 8).join(', ');
    return `Known ${index === 0 ? 'here' : `below "${above.join('.')}"`} are: ${shown}${known.length > 8 ? ', …' : ''}.`;
  }
  return `"${path.join('.')}" is no value itself; add the field you mean after a dot.`;
}

export function hintForFunction(name: string): string | undefined {
  const replacement = replacements[name];
  if (replacement !== undefined) return replacement;
  const near = nearestName(name, functionDefinitions.map((definition) => definition.name));
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

/** Names from spreadsheets and SQL. */
const replacements: Readonly<Record<string, string>> = {
  CONCAT: 'Put texts together with &.',
  CONCATENATE: 'Put texts together with &.',
  ISNULL: 'Write ISBLANK(value).',
  COALESCE: 'Write BLANKVALUE(value, substitute).',
  IFERROR: 'A calculation without an answer is blank: write BLANKVALUE(value, substitute).',
  LENGTH: 'Write LEN(text).',
  SUBSTRING: 'Write MID(text, start, count).',
  REPLACE: 'Write SUBSTITUTE(text, old, new).',
  POWER: 'Write base ^ exponent.',
};
