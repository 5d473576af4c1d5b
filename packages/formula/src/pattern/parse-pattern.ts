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

export type PatternResult = { readonly ok: true; readonly pattern: PatternNode } | { readonly ok: false; readonly message: string };

export function parsePattern(text: string): PatternResult {
  try {
    const pattern = new PatternParser(Array.from(text)).parse();
    return sizeOf(pattern) > largestPattern ? { ok: false, message: 'The pattern is too large; repeat less.' } : { ok: true, pattern };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, message: error.message };
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

class PatternError extends Error {}

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
    if (this.at < this.characters.length) throw new PatternError('A ) in the pattern has no ( before it.');
    return pattern;
  }

  private choice(): PatternNode {
    if (++this.depth > 50) throw new PatternError('The pattern is nested too deeply.');
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
    if ('*+?{'.includes(character)) throw misplaced(character, 'has nothing before it to repeat');
    if ('^$'.includes(character)) throw misplaced(character, 'is only known at its beginning or end');
    return single(character);
  }

  private group(): PatternNode {
    if (this.takes('?') && !this.takes(':')) throw new PatternError('Groups that begin with (? are not known, except (?:…).');
    const inner = this.choice();
    if (!this.takes(')')) throw new PatternError('A ( in the pattern is not closed.');
    return inner;
  }

  private quantified(part: PatternNode): PatternNode {
    const bounds = this.bounds();
    if (bounds === undefined) return part;
    // Lazy or greedy makes no difference to whether the whole text fits.
    this.takes('?');
    if (['*', '+', '?', '{'].some((sign) => this.sees(sign))) throw new PatternError('Two repetitions follow each other in the pattern; put a group between them.');
    return { kind: 'repeat', part, least: bounds[0], most: bounds[1] };
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.takes('*')) return [0, Infinity];
    if (this.takes('+')) return [1, Infinity];
    if (this.takes('?')) return [0, 1];
    if (!this.takes('{')) return undefined;
    const close = this.characters.indexOf('}', this.at);
    const written = /^(\d{1,3})(,(\d{0,3}))?$/.exec(this.characters.slice(this.at, close).join(''));
    if (close < 0 || written === null) throw new PatternError('A { in the pattern is not followed by a number of times, as {2} or {1,3}.');
    this.at = close + 1;
    const least = Number(written[1]);
    const most = written[2] === undefined ? least : written[3] === '' ? Infinity : Number(written[3]);
    if (least > most || least > mostRepeats || (most > mostRepeats && most !== Infinity)) {
      throw new PatternError(`A repetition in the pattern goes from 0 to at most ${mostRepeats} times, the smaller number first.`);
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
        if (to.length !== 1 || from[0]?.[0] !== from[0]?.[1] || low > high) throw new PatternError('A range in the pattern runs backwards or has no clear ends.');
        ranges.push([low, high]);
      } else ranges.push(...from);
    }
    if (ranges.length === 0) throw new PatternError('A [ ] in the pattern is empty.');
    return { kind: 'set', negated, ranges };
  }

  private setItem(): readonly CharacterRange[] {
    const character = this.next('A [ in the pattern is not closed.');
    if (character === '[') throw new PatternError('Inside [ ] of a pattern write \\\\[ for the character itself.');
    if (character !== '\\') return [rangeOf(character)];
    const { ranges, negated } = this.escape();
    if (negated) throw new PatternError('Inside [ ] of a pattern \\\\D, \\\\W and \\\\S are not known.');
    return ranges;
  }

  private escape(): { ranges: readonly CharacterRange[]; negated: boolean } {
    const character = this.next('The pattern ends with a lonely backslash.');
    const control = controls[character];
    if (control !== undefined) return { ranges: [[control, control]], negated: false };
    const known = classes[character.toLowerCase()];
    if (known !== undefined) return { ranges: known, negated: character !== character.toLowerCase() };
    if (/[A-Za-z0-9]/.test(character)) throw new PatternError(`\\\\${character} is not known in a pattern.`);
    return { ranges: [rangeOf(character)], negated: false };
  }

  private next(missing = 'The pattern ends too early.'): string {
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

function misplaced(character: string, reason: string): PatternError {
  return new PatternError(`The ${character} in the pattern ${reason}. For the character itself write \\\\${character}.`);
}

function single(character: string): PatternNode {
  return { kind: 'set', negated: false, ranges: [rangeOf(character)] };
}

function rangeOf(character: string): CharacterRange {
  const point = character.codePointAt(0) ?? 0;
  return [point, point];
}
