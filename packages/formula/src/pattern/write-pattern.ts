import type { CharacterRange, PatternNode } from './parse-pattern.js';

/** The pattern for PostgreSQL's `~`: it fits the whole text. Every special character is written as its number. */
export function writePattern(pattern: PatternNode): string {
  return `^(?:${write(pattern)})$`;
}

function write(node: PatternNode): string {
  if (node.kind === 'set') return writeSet(node.ranges, node.negated);
  if (node.kind === 'sequence') return node.parts.map((part) => (part.kind === 'choice' ? `(?:${write(part)})` : write(part))).join('');
  if (node.kind === 'repeat') return `(?:${write(node.part)})${writeBounds(node.least, node.most)}`;
  return node.parts.map(write).join('|');
}

function writeBounds(least: number, most: number): string {
  if (most === Infinity) return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;
  return `{${least},${most}}`;
}

function writeSet(ranges: readonly CharacterRange[], negated: boolean): string {
  if (ranges.length === 0) return '.';
  const only = ranges[0];
  if (!negated && ranges.length === 1 && only !== undefined && only[0] === only[1]) return writePoint(only[0]);
  return `[${negated ? '^' : ''}${ranges.map(writeRange).join('')}]`;
}

function writeRange([low, high]: CharacterRange): string {
  return low === high ? writePoint(low) : `${writePoint(low)}-${writePoint(high)}`;
}

function writePoint(point: number): string {
  const character = String.fromCodePoint(point);
  if (/[A-Za-z0-9]/.test(character) || point > 127) return character;
  return `\\u${point.toString(16).padStart(4, '0')}`;
}
