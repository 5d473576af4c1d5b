import { ENTERPRISE_SCHEMA } from './enterprise.js';
import { ScimFailure } from './scim-failure.js';

export type Comparison = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';
export type FilterValue = string | number | boolean | null;

/** `emails.value`: an attribute and perhaps a part of it. */
export interface AttributePath {
  /** The schema beside the core that the attribute belongs to, known here or not. */
  readonly extension?: string;
  readonly attribute: string;
  readonly part?: string;
}

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly all: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | { readonly kind: 'compare'; readonly path: AttributePath; readonly operator: Comparison; readonly value: FilterValue }
  | { readonly kind: 'within'; readonly path: AttributePath; readonly filter: Filter };

/** `emails[type eq "work"].value`: where a change goes. */
export interface PatchPath extends AttributePath {
  readonly filter?: Filter;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;
const OPERATORS: ReadonlySet<string> = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group)$/i;
const NAME = /^(?:(urn:[^\s]*):)?([A-Za-z$][\w$-]*)(?:\.([A-Za-z$][\w$-]*))?$/i;
const LONGEST = 4_000;
const DEEPEST = 20;

/** RFC 7644, 3.4.2.2. Throws `ScimFailure`. */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text, 'invalidFilter');
  const filter = readOr(reader, 0);
  if (reader.peek() !== undefined) throw reader.fail(`"${reader.peek() ?? ''}" is not expected here`);
  return filter;
}

/** RFC 7644, 3.5.2. Throws `ScimFailure`. */
export function parsePatchPath(text: string): PatchPath {
  const reader = new Reader(text, 'invalidPath');
  const path = readPath(reader);
  if (reader.peek() === undefined) return path;
  reader.expect('[');
  const filter = readOr(reader, 0);
  reader.expect(']');
  const rest = reader.next();
  if (rest === undefined) return { ...path, filter };
  const part = /^\.([A-Za-z$][\w$-]*)$/.exec(rest)?.[1];
  if (part === undefined || reader.peek() !== undefined) throw reader.fail(`"${rest}" is not a part of an attribute`);
  return { ...path, filter, part };
}

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(private readonly text: string, private readonly type: 'invalidFilter' | 'invalidPath') {
    if (text.length > LONGEST) throw this.fail(`it has more than ${LONGEST} characters`);
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const found = TOKEN.exec(text);
      if (!found) throw this.fail('a text is not closed');
      tokens.push(found[1] ?? found[2] ?? found[3] ?? '');
    }
    this.tokens = tokens;
  }

  peek(): string | undefined {
    return this.tokens[this.at];
  }

  next(): string | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  /** Words are written in either case. */
  takes(word: string): boolean {
    if (this.peek()?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  expect(sign: string): void {
    if (!this.takes(sign)) throw this.fail(`"${sign}" is missing`);
  }

  fail(why: string): ScimFailure {
    return new ScimFailure(400, `"${this.text.slice(0, 200)}" cannot be read: ${why}.`, this.type);
  }
}

function readOr(reader: Reader, depth: number): Filter {
  return readList(reader, 'or', () => readList(reader, 'and', () => readTerm(reader, depth)));
}

function readList(reader: Reader, kind: 'and' | 'or', read: () => Filter): Filter {
  const all = [read()];
  while (reader.takes(kind)) all.push(read());
  return all.length === 1 && all[0] ? all[0] : { kind, all };
}

function readTerm(reader: Reader, depth: number): Filter {
  if (depth > DEEPEST) throw reader.fail('it goes too deep');
  if (reader.takes('not')) {
    reader.expect('(');
    return { kind: 'not', filter: readGroup(reader, depth) };
  }
  if (reader.takes('(')) return readGroup(reader, depth);
  const path = readPath(reader);
  if (reader.takes('[')) {
    const filter = readOr(reader, depth + 1);
    reader.expect(']');
    return { kind: 'within', path, filter };
  }
  const operator = reader.next()?.toLowerCase();
  if (operator === 'pr') return { kind: 'present', path };
  if (operator === undefined || !isComparison(operator)) throw reader.fail(`"${operator ?? ''}" is no operator`);
  return { kind: 'compare', path, operator, value: readValue(reader) };
}

function readGroup(reader: Reader, depth: number): Filter {
  const filter = readOr(reader, depth + 1);
  reader.expect(')');
  return filter;
}

function readPath(reader: Reader): AttributePath {
  const name = reader.next() ?? '';
  // The whole extension; of other names the last part is the attribute.
  if (name.toLowerCase() === ENTERPRISE_SCHEMA.toLowerCase()) return { attribute: ENTERPRISE_SCHEMA };
  const [, schema, attribute, part] = NAME.exec(name) ?? [];
  if (attribute === undefined) throw reader.fail(`"${name}" is no attribute`);
  return { ...(schema !== undefined && !CORE.test(schema) && { extension: schema }), attribute, ...(part !== undefined && { part }) };
}

function readValue(reader: Reader): FilterValue {
  const token = reader.next() ?? '';
  try {
    const value: unknown = JSON.parse(/^(true|false|null)$/i.test(token) ? token.toLowerCase() : token);
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as FilterValue;
  } catch {
    // Told below.
  }
  throw reader.fail(`"${token}" is no value; texts stand in double quotes`);
}

function isComparison(word: string): word is Comparison {
  return OPERATORS.has(word);
}
