import type { JsonValue } from '@guanxi/field-types';
import {
  getNamedType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType,
  type GraphQLArgument, type GraphQLField, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema, type GraphQLUnionType,
} from 'graphql';
import { Choices } from './choices.js';
import { randomGroups } from './random-groups.js';
import { randomInput, writeLiteral, type Given } from './random-input.js';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, JsonValue>>;
}

/** A valid query over a schema of records: aliases, fragments, directives, variables, lists in lists. */
export function randomOperation(schema: GraphQLSchema, tape: readonly number[], ids: readonly string[]): RandomOperation {
  return new OperationMaker(schema, new Choices(tape), ids).make();
}

const INNER_NAMES = ['n', 'g', 'p', 'c', 'e', 'i', 'a', 'b', 'f', 'h', 't0', 't1', 'r0', 'k0', 'a0', '_k0', '_place', '_total', 'node_0', 'more', 'starts', 'ends', 'past', 'counted', 'wanted', 'one', 'v', 'select'] as const;

/** Relations that are followed, and fields that are taken in one place. */
const DEEPEST = 3;
const MOST_FIELDS = 5;

export class OperationMaker {
  private readonly definitions: string[] = [];
  private readonly declared: string[] = [];
  private readonly variables: Record<string, JsonValue> = {};
  private serial = 0;
  private readonly names: string[] = [...INNER_NAMES];

  constructor(private readonly schema: GraphQLSchema, readonly choices: Choices, readonly ids: readonly string[]) {}

  make(): RandomOperation {
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const roots = Object.values(query.getFields()).filter(({ name }) => name !== 'search' && name !== 'changes' && !/^(users?|files?)$/.test(name));
    const fields = Array.from({ length: 1 + this.choices.below(2) }, () => this.field(this.choices.pick(roots), DEEPEST));
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return { query: [`query${declared} { ${fields.join(' ')} }`, ...this.definitions].join('\n'), variables: this.variables };
  }

  /** A name that nothing else in the operation has; often one that the statement itself uses for something. */
  private alias(): string {
    const own = this.choices.once(3) ? this.names.splice(this.choices.below(this.names.length), 1)[0] : undefined;
    return own ?? this.next('a');
  }

  private next(prefix: string): string {
    this.serial += 1;
    return `${prefix}${this.serial}`;
  }

  /** A composite field is always called by a name of its own, so that no two that differ meet under one. */
  field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    // Cursors are known by their name: what is in them is nobody's business.
    if (isLeafType(type)) return `${this.choices.once(4) && !/cursor/i.test(field.name) ? `${this.alias()}: ` : ''}${field.name}${this.directive()}`;
    const key = `${this.alias()}: ${field.name}`;
    if (field.name === 'groupBy') return `${key}${randomGroups(field, this)}`;
    const called = `${key}${this.arguments(field)}`;
    const inner = isUnionType(type) ? this.union(type, depth) : this.selection(type as GraphQLObjectType, depth);
    // The same field once more: what is taken of it there is laid over this.
    const again = isObjectType(type) && this.choices.once(6) ? ` ${called} ${this.selection(type, depth - 1)}` : '';
    return `${called}${this.directive()} ${inner}${again}`;
  }

  selection(type: GraphQLObjectType, depth: number): string {
    const possible = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)) || !isRecordOrList(getNamedType(field.type) as GraphQLObjectType));
    const flat = possible.filter((field) => isLeafType(getNamedType(field.type)));
    const parts = [flat[0]?.name ?? '__typename', ...this.choices.some(possible, MOST_FIELDS).map((field) => this.field(field, depth - 1))];
    if (this.choices.once(5)) parts.push(`${this.choices.once(2) ? `${this.alias()}: ` : ''}__typename`);
    if (this.choices.once(6)) parts.push(`...${this.choices.once(2) ? ` on ${type.name}` : ''}${this.directive()} { ${this.some(possible, depth)} }`);
    if (this.choices.once(8)) {
      const name = this.next('F');
      this.definitions.push(`fragment ${name} on ${type.name} { ${this.some(possible, depth)} }`);
      parts.push(`...${name}${this.directive()}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  private some(fields: readonly GraphQLField<unknown, unknown>[], depth: number): string {
    return ['__typename', ...this.choices.some(fields, 2).map((field) => this.field(field, depth - 1))].join(' ');
  }

  /** Fields of members are called by names of their own: one name may stand for texts here and numbers there. */
  private union(type: GraphQLUnionType, depth: number): string {
    const parts = this.choices.some(type.getTypes(), 2).map((member) => {
      const leaves = Object.values(member.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
      const deeper = Object.values(member.getFields()).filter((field) => depth > 1 && !isLeafType(getNamedType(field.type)));
      const inner = [...this.choices.some(leaves, 2).map((field) => `${this.alias()}: ${field.name}`), ...this.choices.some(deeper, 1).map((field) => this.field(field, depth - 1))];
      return `... on ${member.name} { ${['__typename', ...inner].join(' ')} }`;
    });
    return `{ __typename ${parts.join(' ')} }`;
  }

  private directive(): string {
    if (!this.choices.once(9)) return '';
    const holds = this.choices.once(2);
    const condition = this.choices.once(2) ? this.variable('Boolean!', holds) : String(holds);
    return ` @${this.choices.pick(['include', 'skip'])}(if: ${condition})`;
  }

  arguments({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.flatMap((argument) => (isNonNullType(argument.type) || this.choices.once(2) ? this.argument(argument, args) : []));
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private argument({ name, type }: GraphQLArgument, args: readonly GraphQLArgument[]): readonly string[] {
    // Cursors, pieces of text and instants are tried elsewhere; a list has either end.
    if (name === 'after' || name === 'before' || name === 'search' || name === 'asOf') return [];
    if (name === 'last' || name === 'first') return name === 'first' && args.some((one) => one.name === 'last') ? [this.pageSize()] : [];
    if (name === 'id') return [`id: ${this.value(type, this.choices.pick([...this.ids, 'nobody']))}`];
    return [`${name}: ${this.value(type, randomInput(type, this.choices, this.ids, 3))}`];
  }

  private pageSize(): string {
    const size = this.choices.below(6);
    const text = this.choices.once(3) ? this.variable('Int', size) : String(size);
    return `${this.choices.once(3) ? 'last' : 'first'}: ${text}`;
  }

  /** Written out, or brought along as a variable, or partly so. */
  value(type: GraphQLInputType, given: Given): string {
    if (this.choices.once(3)) return this.variable(String(type), plain(given));
    return this.write(type, given);
  }

  /** `mayVary`: where exactly one member is taken, a variable that could be null may not stand. */
  private write(type: GraphQLInputType, given: Given, mayVary = true): string {
    const inner = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
    if (isInputObjectType(inner) && isGivenObject(given)) {
      const fields = (inner as GraphQLInputObjectType).getFields();
      return `{ ${Object.entries(given).map(([name, part]) => `${name}: ${this.write(fields[name]?.type as GraphQLInputType, part, !inner.isOneOf)}`).join(', ')} }`;
    }
    if (isListType(inner) && Array.isArray(given)) return `[${given.map((item: Given) => this.write(inner.ofType as GraphQLInputType, item)).join(', ')}]`;
    const scalar = getNamedType(inner);
    if (isLeafType(scalar) && given !== null && mayVary && this.choices.once(6)) return this.variable(`${String(inner)}${isNonNullType(type) ? '!' : ''}`, plain(given));
    return writeLiteral(given);
  }

  variable(type: string, value: JsonValue): string {
    const name = this.next('v');
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }
}

function isRecordOrList(type: GraphQLObjectType): boolean {
  return isUnionType(type) || 'id' in type.getFields() || 'pageInfo' in type.getFields();
}

function isGivenObject(given: Given): given is Readonly<Record<string, Given>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) && !('word' in given);
}

export function plain(given: Given): JsonValue {
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map((item: Given) => plain(item));
  if ('word' in given) return given['word'] as string;
  return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, plain(part as Given)]));
}
