import { sql, type RawBuilder } from 'kysely';
import { readOperand } from '../request/operand.js';
import type { CursorPosition, OrderKey } from '../request/read-request.js';
import { InputError, Slot } from '../statement/slot.js';
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

/** Rows strictly on one side of a cursor, in an order in which blanks are greatest. */
export function beyondCursor({ position, terms, orderBy, side }: Side): RawBuilder<boolean> {
  const places = terms.map((term, index) => ({
    ...term,
    // Upwards: towards greater values.
    upwards: term.descending === (side === 'before'),
    blank: position.blanks[index] ?? false,
    value: sql`${new Slot((input) => readCursor(readOperand(position.cursor, input), orderBy)[index])}::${term.type}`,
  }));
  const upwards = places[0]?.upwards ?? true;
  const comparable = places.every((place) => place.upwards === upwards && !place.blank && !(upwards && place.mayBeBlank));
  if (comparable) return compareRows(places, upwards);
  return sql<boolean>`(${sql.join(places.map((_, index) => beyondAt(places, index)), sql` or `)})`;
}

type Place = OrderTerm & { readonly upwards: boolean; readonly blank: boolean; readonly value: RawBuilder<unknown> };

/** The form that an index over the order serves directly. */
function compareRows(places: readonly Place[], upwards: boolean): RawBuilder<boolean> {
  const row = sql`(${sql.join(places.map(({ expression }) => expression))})`;
  const values = sql`(${sql.join(places.map(({ value }) => value))})`;
  return upwards ? sql<boolean>`${row} > ${values}` : sql<boolean>`${row} < ${values}`;
}

/** Equal up to a key, and beyond the cursor in that key. */
function beyondAt(places: readonly Place[], index: number): RawBuilder<boolean> {
  const equal = places.slice(0, index).map(({ expression, blank, value }) =>
    blank ? sql<boolean>`${expression} is null` : sql<boolean>`${expression} = ${value}`,
  );
  return sql<boolean>`(${sql.join([...equal, strictlyBeyond(places[index] as Place)], sql` and `)})`;
}

function strictlyBeyond({ expression, value, upwards, blank, mayBeBlank }: Place): RawBuilder<boolean> {
  if (blank) return upwards ? sql<boolean>`false` : sql<boolean>`${expression} is not null`;
  if (!upwards) return sql<boolean>`${expression} < ${value}`;
  return mayBeBlank ? sql<boolean>`(${expression} > ${value} or ${expression} is null)` : sql<boolean>`${expression} > ${value}`;
}
