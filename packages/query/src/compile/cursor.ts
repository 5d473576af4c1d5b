import { sql, type RawBuilder } from 'kysely';
import { readOperand } from '../request/operand.js';
import type { CursorPosition, OrderKey } from '../request/read-request.js';
import { InputError, Slot } from '../statement/slot.js';
import { allOf } from './compilation.js';
import { completeOrder, orderSignature, type OrderTerm } from './order.js';

/** The cursor of a row as SQL: base64 of a JSON array, the order's signature first, then the order values as PostgreSQL writes them. */
export function cursorText(terms: readonly OrderTerm[], signature: string): RawBuilder<unknown> {
  const values = terms.map(({ expression }) => sql`${expression}::text`);
  const place = sql`json_build_array(${sql.lit(signature)}::text, ${sql.join(values)})::text`;
  // "encode" breaks its lines after 76 characters.
  return sql`translate(encode(convert_to(${place}, 'UTF8'), 'base64'), chr(10), '')`;
}

/** The order values of a cursor, one per order key. Throws `InputError` for a text that is no cursor of this order. */
export function readCursor(cursor: unknown, orderBy: readonly OrderKey[]): readonly (string | null)[] {
  const [signature, ...values] = parseCursor(cursor);
  if (signature !== orderSignature(orderBy) || values.length !== completeOrder(orderBy).length) {
    throw new InputError('The cursor belongs to a list in another order. Take cursors from the list that is being paged through.');
  }
  return values;
}

/** Which order values of a cursor are blank: what `CursorPosition` asks for. Throws `InputError` like `readCursor`. */
export function readCursorBlanks(cursor: unknown): readonly boolean[] {
  return parseCursor(cursor).slice(1).map((value) => value === null);
}

function parseCursor(cursor: unknown): (string | null)[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(String(cursor), 'base64').toString('utf8'));
    if (Array.isArray(parsed) && parsed.every((value) => value === null || typeof value === 'string')) return parsed;
  } catch {
    // Not JSON: refused below like everything else that is no cursor.
  }
  throw new InputError(`${JSON.stringify(cursor)} is not a cursor. Cursors are the "cursor", "startCursor" and "endCursor" of an earlier answer.`);
}

interface Side {
  readonly position: CursorPosition;
  readonly terms: readonly OrderTerm[];
  readonly orderBy: readonly OrderKey[];
  readonly side: 'after' | 'before';
}

/**
 * Rows strictly on one side of a cursor, in an order in which blanks are greatest: one predicate or several, of which exactly
 * one holds for each of those rows. Each by itself is a stretch of an index over the order, the nearest first.
 */
export function beyondCursor({ position, terms, orderBy, side }: Side): readonly RawBuilder<boolean>[] {
  const [first, ...rest] = terms.map((term, index): Place => ({
    ...term,
    // Upwards: towards greater values.
    upwards: term.descending === (side === 'before'),
    blank: position.blanks[index] ?? false,
    value: sql`${new Slot((input) => readCursor(readOperand(position.cursor, input), orderBy)[index])}::${term.type}`,
  }));
  if (!first) return [];
  const { expression, blank, upwards, mayBeBlank } = first;
  if (blank) {
    const among = allOf([sql<boolean>`${expression} is null`, beyondIn(rest)]);
    return upwards ? [among] : [among, sql<boolean>`${expression} is not null`];
  }
  const present = beyond([first, ...rest]);
  return upwards && mayBeBlank ? [present, sql<boolean>`${expression} is null`] : [present];
}

type Place = OrderTerm & { readonly upwards: boolean; readonly blank: boolean; readonly value: RawBuilder<unknown> };

/** Beyond the cursor by the first of these keys, or else by the next. What is blank beyond a first key that is not, is left out. */
function beyond(places: readonly Place[]): RawBuilder<boolean> {
  const [first, ...rest] = places;
  if (!first) return sql<boolean>`false`;
  const { expression, value, upwards } = first;
  const isEven = places.every((place, index) => place.upwards === upwards && !place.blank && !(upwards && place.mayBeBlank && index > 0));
  if (isEven) return compareRows(places, upwards);
  const further = sql<boolean>`(${strictlyBeyond(first)} or ${allOf([sameAs(first), beyondIn(rest)])})`;
  // Said once more as a bound, so that an index begins where the page does.
  return upwards ? sql<boolean>`(${expression} >= ${value} and ${further})` : sql<boolean>`(${expression} <= ${value} and ${further})`;
}

/** The same of keys that come after one that is equal: here blanks count. */
function beyondIn(places: readonly Place[]): RawBuilder<boolean> {
  const [first, ...rest] = places;
  if (!first) return sql<boolean>`false`;
  const isEven = places.every((place) => place.upwards === first.upwards && !place.blank && !(place.upwards && place.mayBeBlank));
  if (isEven) return compareRows(places, first.upwards);
  const here = first.blank ? (first.upwards ? [] : [sql<boolean>`${first.expression} is not null`]) : [strictlyBeyond(first), ...(first.upwards && first.mayBeBlank ? [sql<boolean>`${first.expression} is null`] : [])];
  return sql<boolean>`(${sql.join([...here, sql<boolean>`(${allOf([sameAs(first), beyondIn(rest)])})`], sql` or `)})`;
}

/** The form that an index over the order serves directly. */
function compareRows(places: readonly Place[], upwards: boolean): RawBuilder<boolean> {
  const row = sql`(${sql.join(places.map(({ expression }) => expression))})`;
  const values = sql`(${sql.join(places.map(({ value }) => value))})`;
  return upwards ? sql<boolean>`${row} > ${values}` : sql<boolean>`${row} < ${values}`;
}

function sameAs({ expression, value, blank }: Place): RawBuilder<boolean> {
  return blank ? sql<boolean>`${expression} is null` : sql<boolean>`${expression} = ${value}`;
}

function strictlyBeyond({ expression, value, upwards }: Place): RawBuilder<boolean> {
  return upwards ? sql<boolean>`${expression} > ${value}` : sql<boolean>`${expression} < ${value}`;
}
