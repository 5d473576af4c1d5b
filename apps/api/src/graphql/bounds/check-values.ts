import { Kind, visit, type DocumentNode } from 'graphql';
import { badInput } from '../failure.js';
import { limits } from './limits.js';
import { tooCostly } from './too-costly.js';

/**
 * Refuses variables that no place could take: numbers that JSON cannot tell from others, characters that are none, lists
 * and nestings past the bounds. What a single field takes is not looked at. Throws `RecordsFailure`.
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>, purpose: 'read' | 'write'): void {
  const walk: Walk = { objects: 0, longestText: purpose === 'read' ? limits.comparedText : Infinity };
  checkValue(variables, '/variables', 0, walk);
  if (purpose === 'read' && walk.objects > limits.conditions) {
    throw tooCostly(`The variables of the query have ${walk.objects} objects in them; at most ${limits.conditions} are read.`, walk.objects, limits.conditions);
  }
}

/** The texts of a document, where a literal may name what JSON could not. Throws `RecordsFailure`. */
export function checkLiterals(document: DocumentNode): void {
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      checkText(value, 'The document', Infinity);
    },
  });
}

interface Walk {
  objects: number;
  readonly longestText: number;
}

function checkValue(value: unknown, path: string, depth: number, walk: Walk): void {
  if (typeof value === 'string') return checkText(value, path, walk.longestText);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw badInput(`${path} is a number beyond what can be told apart. Send decimals as text: "12.50".`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth > limits.valueDepth) throw tooCostly(`${path.slice(0, 200)}… is nested more than ${limits.valueDepth} deep.`, depth, limits.valueDepth);
  if (Array.isArray(value)) {
    if (value.length > limits.listLength) throw tooCostly(`${path} has ${value.length} members; at most ${limits.listLength} are taken at a time. For more there are imports.`, value.length, limits.listLength);
    for (let index = 0; index < value.length; index += 1) checkValue(value[index], `${path}/${index}`, depth + 1, walk);
    return;
  }
  walk.objects += 1;
  for (const [name, part] of Object.entries(value)) {
    checkText(name, path, walk.longestText);
    checkValue(part, `${path}/${name}`, depth + 1, walk);
  }
}

function checkText(text: string, place: string, longest: number): void {
  if (text.length > longest) throw tooCostly(`${place} has ${text.length} characters; at most ${longest} are compared with.`, text.length, longest);
  if (text.includes('\0')) throw badInput(`${place} holds the character U+0000, which cannot be kept.`);
  if (!text.isWellFormed()) throw badInput(`${place} holds half of a character: a lone surrogate, as from a text that was cut in the middle of an emoji.`);
}
