import type { Sentence } from '../language/sentence.js';
import * as sentences from './sentences.js';

/**
 * The part of regular expressions that JavaScript and PostgreSQL understand alike: characters, ".", [sets], \d \w \s
 * and their opposites, groups, alternatives and the quantifiers * + ? {n} {n,} {n,m}.
 */
export type PatternNode =
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly CharacterRange[] }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

/** Code points, both ends included. */
export type CharacterRange = readonly [number, number];

export type PatternResult = { readonly ok: true; readonly pattern: PatternNode } | { readonly ok: false; readonly sentence: Sentence };

export function parsePattern(text: string): PatternResult {
  try {
    const pattern = new PatternParser(Array.from(text)).parse();
    return sizeOf(pattern) > largestPattern ? { ok: false, sentence: sentences.tooLarge } : { ok: true, pattern };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, sentence: error.sentence };
    throw error;
  }
}

/** Counted in characters to match, repetitions written out. */
const largestPattern = 1_000;

function sizeOf(node: PatternNode): number {
  if (node.kind === 'set') return 1;
  if (node.kind === 'repeat') return (sizeOf(node.part) + 1) * Math.max(1, node.most === Infinity ? node.least + 1 : node.most);
  return node.parts.reduce((size, part) => size + sizeOf(part), 1);
}

class PatternError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

const digit: readonly CharacterRange[] = [[48, 57]];
const wordCharacter: readonly CharacterRange[] = [[48, 57], [65, 90], [95, 95], [97, 122]];
const blank: readonly CharacterRange[] = [[9, 13], [32, 32]];
const classes: Readonly<Record<string, readonly CharacterRange[]>> = { d: digit, w: wordCharacter, s: blank };
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 };
const mostRepeats = 255;

class PatternParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly characters: readonly string[]) {}

  parse(): PatternNode {
    const pattern = this.choice();
    if (this.at < this.characters.length) throw new PatternError(sentences.closesNothing);
    return pattern;
  }

  private choice(): PatternNode {
    if (++this.depth > 50) throw new PatternError(sentences.tooDeep);
    const parts = [this.sequence()];
    while (this.takes('|')) parts.push(this.sequence());
    this.depth--;
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.at < this.characters.length && !this.sees('|') && !this.sees(')')) {
      // The whole text is matched in any case, so ^ at the beginning and $ at the end say nothing new.
      if ((this.at === 0 && this.takes('^')) || (this.at === this.characters.length - 1 && this.takes('$'))) continue;
      parts.push(this.quantified(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private atom(): PatternNode {
    const character = this.next();
    if (character === '(') return this.group();
    if (character === '[') return this.set();
    if (character === '.') return { kind: 'set', negated: true, ranges: [] };
    if (character === '\\') {
      const { ranges, negated } = this.escape();
      return { kind: 'set', negated, ranges };
    }
    if ('*+?{'.includes(character)) throw misplaced(character, sentences.nothingToRepeat);
    if ('^$'.includes(character)) throw misplaced(character, sentences.onlyAtTheEdges);
    return single(character);
  }

  private group(): PatternNode {
    if (this.takes('?') && !this.takes(':')) throw new PatternError(sentences.unknownGroup);
    const inner = this.choice();
    if (!this.takes(')')) throw new PatternError(sentences.groupNotClosed);
    return inner;
  }

  private quantified(part: PatternNode): PatternNode {
    const bounds = this.bounds();
    if (bounds === undefined) return part;
    // Lazy or greedy makes no difference to whether the whole text fits.
    this.takes('?');
    if (['*', '+', '?', '{'].some((sign) => this.sees(sign))) throw new PatternError(sentences.twoRepetitions);
    return { kind: 'repeat', part, least: bounds[0], most: bounds[1] };
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.takes('*')) return [0, Infinity];
    if (this.takes('+')) return [1, Infinity];
    if (this.takes('?')) return [0, 1];
    if (!this.takes('{')) return undefined;
    const close = this.characters.indexOf('}', this.at);
    const written = /^(\d{1,3})(,(\d{0,3}))?$/.exec(this.characters.slice(this.at, close).join(''));
    if (close < 0 || written === null) throw new PatternError(sentences.braceWithoutNumber);
    this.at = close + 1;
    const least = Number(written[1]);
    const most = written[2] === undefined ? least : written[3] === '' ? Infinity : Number(written[3]);
    if (least > most || least > mostRepeats || (most > mostRepeats && most !== Infinity)) {
      throw new PatternError(sentences.repetitionBounds(mostRepeats));
    }
    return [least, most];
  }

  private set(): PatternNode {
    const negated = this.takes('^');
    const ranges: CharacterRange[] = [];
    while (!this.takes(']')) {
      const from = this.setItem();
      if (from.length === 1 && this.sees('-') && this.characters[this.at + 1] !== ']') {
        this.at++;
        const to = this.setItem();
        const [low, high] = [from[0]?.[0] ?? 0, to[0]?.[1] ?? 0];
        if (to.length !== 1 || from[0]?.[0] !== from[0]?.[1] || low > high) throw new PatternError(sentences.unclearRange);
        ranges.push([low, high]);
      } else ranges.push(...from);
    }
    if (ranges.length === 0) throw new PatternError(sentences.emptySet);
    return { kind: 'set', negated, ranges };
  }

  private setItem(): readonly CharacterRange[] {
    const character = this.next(sentences.setNotClosed);
    if (character === '[') throw new PatternError(sentences.bracketInSet);
    if (character !== '\\') return [rangeOf(character)];
    const { ranges, negated } = this.escape();
    if (negated) throw new PatternError(sentences.classInSet);
    return ranges;
  }

  private escape(): { ranges: readonly CharacterRange[]; negated: boolean } {
    const character = this.next(sentences.lonelyBackslash);
    const control = controls[character];
    if (control !== undefined) return { ranges: [[control, control]], negated: false };
    const known = classes[character.toLowerCase()];
    if (known !== undefined) return { ranges: known, negated: character !== character.toLowerCase() };
    if (/[A-Za-z0-9]/.test(character)) throw new PatternError(sentences.unknownInPattern(character));
    return { ranges: [rangeOf(character)], negated: false };
  }

  private next(missing: Sentence = sentences.endsTooEarly): string {
    const character = this.characters[this.at++];
    if (character === undefined) throw new PatternError(missing);
    return character;
  }

  private sees(character: string): boolean {
    return this.characters[this.at] === character;
  }

  private takes(character: string): boolean {
    if (!this.sees(character)) return false;
    this.at++;
    return true;
  }
}

function misplaced(character: string, reason: Sentence): PatternError {
  return new PatternError(sentences.misplaced(character, reason));
}

function single(character: string): PatternNode {
  return { kind: 'set', negated: false, ranges: [rangeOf(character)] };
}

function rangeOf(character: string): CharacterRange {
  const point = character.codePointAt(0) ?? 0;
  return [point, point];
}
