import type { FormulaScope } from '../formula.js';
import { functionDefinitions } from '../functions/registry.js';
import type { Sentence } from '../language/sentence.js';
import { nearestName } from './nearest-name.js';
import { otherwise } from './other-functions.js';
import * as sentences from './sentences.js';

/** "Did you mean" for the first part of the path that is not known where it stands. */
export function hintForField(path: readonly string[], scope: FormulaScope): Sentence | undefined {
  if (scope.suggest === undefined) return undefined;
  for (const [index, name] of path.entries()) {
    const above = path.slice(0, index);
    const known = scope.suggest(above);
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    if (near !== undefined) return sentences.didYouMeanField([...above, near, ...path.slice(index + 1)].join('.'));
    if (known.length === 0) return index === 0 ? undefined : sentences.leadsNoFurther(above.join('.'));
    const shown = known.slice(0, 8).join(', ');
    if (known.length > 8) return sentences.knownAmongOthers(shown);
    return index === 0 ? sentences.knownHere(shown) : sentences.knownBelow(above.join('.'), shown);
  }
  return sentences.noValueItself(path.join('.'));
}

export function hintForFunction(name: string): Sentence | undefined {
  const replacement = otherwise[name];
  if (replacement !== undefined) return replacement;
  const near = nearestName(name, functionDefinitions.map((definition) => definition.name));
  return near === undefined ? undefined : sentences.didYouMeanFunction(near);
}
