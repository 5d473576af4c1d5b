import type { ScalarName } from '@guanxi/field-types';
import { GraphQLBoolean, GraphQLError, GraphQLID, GraphQLScalarType, GraphQLString, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

interface Reading {
  readonly name: string;
  readonly description: string;
  /** Undefined when the value is none of the kind. */
  read(value: unknown): string | number | undefined;
}

/** Values that PostgreSQL has written pass out unseen; only what comes in is read. */
function makeScalar({ name, description, read }: Reading): GraphQLScalarType {
  const parse = (value: unknown) => {
    const parsed = read(value);
    if (parsed === undefined) throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}. ${description}`);
    return parsed;
  };
  return new GraphQLScalarType({ name, description, serialize: parse, parseValue: parse, parseLiteral: (node) => parse(readLiteral(node)) });
}

function readLiteral(node: ValueNode): unknown {
  if (node.kind === Kind.INT) return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : node.value;
  return node.kind === Kind.STRING || node.kind === Kind.FLOAT ? node.value : undefined;
}

const decimal = makeScalar({
  name: 'Decimal',
  description: 'Exact decimal number as text: "12.50".',
  read: (value) => {
    const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
    return typeof text === 'string' && /^-?(0|[1-9]\d{0,130})(\.\d{1,130})?$/.test(text) ? text : undefined;
  },
});

export const integer = makeScalar({
  name: 'Integer',
  description: 'Whole number between -9007199254740991 and 9007199254740991.',
  read: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
});

const date = makeScalar({
  name: 'Date',
  description: 'Calendar day: "2026-11-22".',
  read: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value) ? value : undefined),
});

const dateTime = makeScalar({
  name: 'DateTime',
  description: 'Instant in ISO 8601 with an offset: "2026-11-22T09:30:00Z".',
  read: (value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) return undefined;
    const instant = new Date(value);
    return Number.isNaN(instant.getTime()) || !isDay(value.slice(0, 10)) ? undefined : instant.toISOString();
  },
});

const time = makeScalar({
  name: 'Time',
  description: 'Time of day without a zone: "14:30:00".',
  read: (value) => (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value) ? value : undefined),
});

/** No object of an org is called so: names of objects do not end in "Filter". What it says decides the SQL, not only what is compared with. */
export const formulaFilter = makeScalar({
  name: 'FormulaTextFilter',
  description: 'A formula that answers true or false: "amount > 2 * paid && customer.city = \'Taipei\'". It names fields as the metadata does, and reads what you may read.',
  read: (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
});

const json = new GraphQLScalarType({ name: 'JSON', description: 'Any JSON value.', parseValue: (value) => value, parseLiteral: (node, variables) => valueFromASTUntyped(node, variables) });

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && !text.startsWith('0000');
}

/** The GraphQL type that carries a kind of field. */
export const scalars: Record<ScalarName, GraphQLScalarType> = {
  ID: GraphQLID,
  String: GraphQLString,
  Boolean: GraphQLBoolean,
  Integer: integer,
  Decimal: decimal,
  Date: date,
  Time: time,
  DateTime: dateTime,
  JSON: json,
};
