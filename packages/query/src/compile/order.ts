import { columnTypeSql, fieldType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { OrderKey, PageRequest } from '../request/read-request.js';
import { columnType } from './column-types.js';
import { targetOf } from './compile-condition.js';
import { fieldExpression } from './field-expression.js';
import { allOf, readableField, visible, type Compilation, type Table } from './compilation.js';

/** One expression of an `order by`. PostgreSQL takes a blank for the greatest value; so does everything here. */
export interface OrderTerm {
  readonly expression: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly descending: boolean;
  readonly mayBeBlank: boolean;
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

export function orderTerms(page: Pick<PageRequest, 'orderBy'>, table: Table, compilation: Compilation): readonly OrderTerm[] {
  return completeOrder(page.orderBy).map(({ path, direction }) => ({
    ...orderExpression(path, table, compilation),
    descending: direction === 'desc',
  }));
}

export function compileOrder(terms: readonly OrderTerm[], backwards: boolean): RawBuilder<unknown> {
  return sql.join(terms.map(({ expression, descending }) => (descending === backwards ? sql`${expression}` : sql`${expression} desc`)));
}

function orderExpression(path: readonly string[], table: Table, compilation: Compilation): Omit<OrderTerm, 'descending'> {
  const [name, ...rest] = path;
  const field: FieldModel = readableField(table, name ?? '');
  const kind = fieldType(field.value.type);
  const value = fieldExpression(table, field, compilation);
  if (rest.length === 0) {
    const text = kind.text?.(value);
    if (text && kind.parts) return { expression: text, type: sql`text`, mayBeBlank: true };
    return { expression: value, type: columnType(field), mayBeBlank: !field.required };
  }
  const part = kind.parts?.[rest[0] ?? ''];
  if (part) return { expression: part.extract(value), type: columnTypeSql(part.column), mayBeBlank: true };
  const target = compilation.table(targetOf(field));
  const inner = orderExpression(rest, target, compilation);
  const predicates = [sql<boolean>`${sql.id(target.alias, 'id')} = ${value}`, ...visible(target)];
  return { ...inner, mayBeBlank: true, expression: sql`(select ${inner.expression} from ${target.from} where ${allOf(predicates)})` };
}
