import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType, isUnionType,
  type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';
import { hostileNumber, hostileText, hostileValue } from './hostile-values.js';
import type { Random } from './random.js';

export interface MadeOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: unknown;
}

/** Ids and cursors that were answered before: an attack with them gets further. */
export type Remembered = readonly string[];

/** An operation that the schema allows, with values that it should not: mostly right, so that it gets as far as it can. */
export function makeOperation(schema: GraphQLSchema, random: Random, remembered: Remembered): MadeOperation {
  const kind = random.pick(['query', 'query', 'query', 'mutation', 'mutation'] as const);
  const root = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType;
  const maker = new Maker(random, remembered);
  const fields = Object.values(root.getFields());
  const selected = Array.from({ length: random.chance(0.8) ? 1 : 1 + random.below(4) }, (_, index) => `f${index}: ${maker.field(random.pick(fields), 0)}`);
  const declared = maker.declared.length > 0 ? `(${maker.declared.join(', ')})` : '';
  return { query: `${kind} Fuzz${declared} { ${selected.join(' ')} }`, variables: maker.variables };
}

class Maker {
  readonly declared: string[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly random: Random,
    private readonly remembered: Remembered,
  ) {}

  field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.random.chance(0.35)).map((argument) => `${argument.name}: ${this.argument(argument.type)}`);
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.directive()}${this.selection(field.type, depth + 1)}`;
  }

  private argument(type: GraphQLInputType): string {
    if (this.random.chance(0.7)) {
      const name = `v${this.declared.length}`;
      this.declared.push(`$${name}: ${String(type)}`);
      this.variables[name] = this.value(type, 0);
      return `$${name}`;
    }
    return literalOf(this.value(type, 0));
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (this.random.chance(0.04)) return hostileValue(this.random);
    if (!isNonNullType(type) && this.random.chance(0.05)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return Array.from({ length: this.random.below(4) }, () => this.value(nullable.ofType as GraphQLInputType, depth + 1));
    if (isEnumType(nullable)) return this.random.chance(0.95) ? this.random.pick(nullable.getValues()).name : hostileText(this.random);
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const wanted = nullable.isOneOf ? 1 : 1 + this.random.below(3);
      const chosen = depth > 6 ? fields.slice(0, 1) : Array.from({ length: wanted }, () => this.random.pick(fields));
      return Object.fromEntries(chosen.map((field) => [field.name, depth > 8 ? null : this.value(field.type, depth + 1)]));
    }
    return isScalarType(nullable) ? this.scalar(nullable.name) : null;
  }

  private scalar(name: string): unknown {
    if ((name === 'ID' || name === 'String') && this.remembered.length > 0 && this.random.chance(0.5)) return this.random.pick(this.remembered);
    if (this.random.chance(0.35)) return hostileValue(this.random);
    return PLAUSIBLE[name]?.(this.random) ?? hostileValue(this.random);
  }

  private directive(): string {
    return this.random.chance(0.03) ? ` @${this.random.pick(['skip', 'include'])}(if: ${this.random.pick(['true', 'false'])})` : '';
  }

  private selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isUnionType(named)) return ` { __typename ${named.getTypes().map((member) => `... on ${member.name} { ${this.members(member, depth)} }`).join(' ')} }`;
    return isObjectType(named) ? ` { ${this.members(named, depth)} }` : '';
  }

  private members(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const usable = depth > 5 ? fields.filter(({ type: inner }) => !isObjectType(getNamedType(inner)) && !isUnionType(getNamedType(inner))) : fields;
    const chosen = Array.from({ length: Math.min(usable.length, 1 + this.random.below(5)) }, (_, index) => `a${index}: ${this.field(this.random.pick(usable), depth)}`);
    return ['__typename', ...chosen].join(' ');
  }
}

const PLAUSIBLE: Readonly<Record<string, (random: Random) => unknown>> = {
  Int: (random) => random.pick([0, 1, 5, 50, hostileNumber(random)]),
  Integer: (random) => random.pick([0, 7, -3, hostileNumber(random)]),
  Decimal: (random) => random.pick(['1', '12.50', '-0.01', '99999999999', hostileNumber(random)]),
  Boolean: (random) => random.chance(0.5),
  Date: (random) => random.pick(['2026-03-01', '1900-01-01', '9999-12-31', '0001-01-01', '2024-02-29']),
  DateTime: (random) => random.pick(['2026-03-01T08:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-03-01T08:00:00+14:00']),
  Time: (random) => random.pick(['08:00:00', '23:59:59', '00:00:00']),
  String: hostileText,
  ID: hostileText,
};

/** A value as it is written in a document; what cannot be written there is written as a text. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, part]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : 'x'}: ${literalOf(part)}`).join(', ')}}`;
  if (typeof value === 'string') return value.startsWith('raw number ') ? value.slice(11) : /^[A-Z_]{2,}$/.test(value) || /^[a-z]+$/.test(value) ? value : JSON.stringify(value);
  return String(value);
}
