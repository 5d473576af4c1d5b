import { type RawBuilder, sql } from 'kysely';
import type { ColumnType } from './field-type.js';
import type { OperandShape } from './operators/operator.js';

/** The one place that turns a column type into SQL. Its numbers are literals, because DDL takes no parameters. */
export function columnTypeSql(type: ColumnType): RawBuilder<unknown> {
  const name = typeNames[type.name];
  if (!type.arguments?.length) return name;
  return sql`${name}(${sql.join(type.arguments.map((argument) => sql.lit(argument)))})`;
}

/**
 * The SQL type that an operand is bound with. Precision and scale are left off, so that comparing with "10.005" does
 * not silently compare with 10.01.
 */
export function operandTypeSql(operand: OperandShape, column: ColumnType): RawBuilder<unknown> {
  return operandTypes[operand](typeNames[column.name]);
}

const typeNames: Record<ColumnType['name'], RawBuilder<unknown>> = {
  text: sql`text`,
  bigint: sql`bigint`,
  numeric: sql`numeric`,
  boolean: sql`boolean`,
  date: sql`date`,
  time: sql`time`,
  timestamptz: sql`timestamptz`,
  uuid: sql`uuid`,
  jsonb: sql`jsonb`,
  'text[]': sql`text[]`,
};

const operandTypes: Record<OperandShape, (type: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  value: (type) => type,
  list: (type) => sql`${type}[]`,
  members: (type) => type,
  text: () => sql`text`,
  boolean: () => sql`boolean`,
  period: (type) => sql`${type}[]`,
  people: (type) => sql`${type}[]`,
  recordList: (type) => sql`${type}[]`,
};
