import { columnTypeSql, fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { OrderKey, PageRequest } from '../request/read-request.js';
import type { Joins } from './joins.js';

/** One expression of an `order by`. PostgreSQL takes a blank for the greatest value; so does everything here. */
export interface OrderTerm {
  readonly expression: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly descending: boolean;
  readonly mayBeBlank: boolean;
  /** A column of the table that is ordered: an index may serve it. */
  readonly isColumn: boolean;
  /** Had from the row of the table alone, at no cost. */
  readonly isOfRow: boolean;
}

/** The order keys that a page really has: the id breaks ties, in the direction of the key before it, so that one index serves both. */
export function completeOrder(orderBy: readonly OrderKey[]): readonly OrderKey[] {
  const end = orderBy.findIndex(({ path }) => path.length === 1 && path[0] === 'id');
  if (end >= 0) return orderBy.slice(0, end + 1);
  return [...orderBy, { path: ['id'], direction: orderBy.at(-1)?.direction ?? 'asc' }];
}

/** A short text that differs between orders: cursors carry it, so that one is not taken for a place in another order. */
export function orderSignature(orderBy: readonly OrderKey[]): string {
  return completeOrder(orderBy).map(({ path, direction }) => `${direction === 'asc' ? '' : '-'}${path.join('.')}`).join(' ');
}

/** The terms of a list's order; the records that references lead to are joined. */
export function orderTerms(page: Pick<PageRequest, 'orderBy'>, joins: Joins): readonly OrderTerm[] {
  return completeOrder(page.orderBy).map(({ path, direction }) => ({ ...orderExpression(path, joins), descending: direction === 'desc' }));
}

export function compileOrder(terms: readonly OrderTerm[], backwards: boolean): RawBuilder<unknown> {
  return sql.join(terms.map(({ expression, descending }) => (descending === backwards ? sql`${expression}` : sql`${expression} desc`)));
}

function orderExpression(path: readonly string[], joins: Joins): Omit<OrderTerm, 'descending'> {
  const { expression, field, column, isPiece } = joins.find(path);
  const kind = fieldType(field.value.type);
  const text = isPiece || !kind.parts ? undefined : kind.text?.(expression);
  if (text) return { expression: text, type: sql`text`, mayBeBlank: true, isColumn: false, isOfRow: false };
  // Without a scale, so that comparing never rounds.
  const type = columnTypeSql({ name: column.name });
  const isOwn = path.length === 1;
  const isColumn = isOwn && field.storage !== 'computed';
  return { expression, type, mayBeBlank: !isOwn || !field.required, isColumn, isOfRow: isColumn };
}
