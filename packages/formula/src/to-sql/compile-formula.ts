import { sql } from 'kysely';
import type { TypedFormula, TypedLiteral, TypedNode, TypedReference } from '../formula.js';
import { functionOf } from '../functions/registry.js';
import { overloadOf } from '../operators/registry.js';
import { isTextual } from '../values/runtime-value.js';
import { castTo, textParameter, type Sql } from './fragments.js';

/** Where a formula's names are found in SQL. */
export interface SqlScope {
  /** An expression of the field's own type: text, numeric or integer, boolean, date, timestamptz, uuid. */
  column(path: readonly string[]): Sql;
  /** timestamptz. */
  readonly now: Sql;
  /** IANA name as text. */
  readonly timeZone: Sql;
}

/**
 * A formula as SQL expression that answers what `evaluateFormula` answers: blank is null (for text too), conditions are
 * true or false, numbers are numeric without zeros at the end. It raises no errors, whatever the columns hold.
 */
export function compileFormula(formula: TypedFormula, scope: SqlScope): Sql {
  const value = compileValue(formula.root, scope);
  if (formula.type === 'number') return sql`trim_scale(${value})`;
  return isTextual(formula.type) ? sql`nullif(${value}, '')` : value;
}

/** A true-or-false formula for WHERE, CASE WHEN or FILTER, where null does as well as false: indexes can be used for it. */
export function compileCondition(formula: TypedFormula, scope: SqlScope): Sql {
  return compileNode(formula.root, scope, true);
}

function compileValue(node: TypedNode, scope: SqlScope): Sql {
  return compileNode(node, scope, false);
}

/** `loose`: null may stand for false. */
function compileNode(node: TypedNode, scope: SqlScope, loose: boolean): Sql {
  if (node.kind === 'literal') return compileLiteral(node);
  if (node.kind === 'reference') return compileReference(node, scope, loose);
  if (node.kind === 'operation') return compileOperation(node, scope, loose);
  return functionOf(node.name).compile({
    arguments: compileArguments(node, scope, loose),
    types: node.arguments.map((argument) => argument.type),
    nodes: node.arguments,
    now: castTo('datetime', scope.now),
    timeZone: castTo('text', scope.timeZone),
  });
}

function compileArguments(node: Exclude<TypedNode, TypedLiteral | TypedReference>, scope: SqlScope, loose: boolean): Sql[] {
  const name = node.kind === 'call' ? node.name : node.operation;
  const through = loose && passesThrough.has(name);
  const bare = loose && textEqualities.has(name) && node.arguments.some(isTextLiteral);
  return node.arguments.map((argument) =>
    bare && argument.kind === 'reference' ? castTo('text', scope.column(argument.path)) : compileNode(argument, scope, through),
  );
}

/** Where all arguments are conditions that only count when they are true. */
const passesThrough: ReadonlySet<string> = new Set(['AND', 'OR', '&& boolean boolean', '|| boolean boolean']);
/** Where a null column beside a written text can stay null, and an index on it serves. */
const textEqualities: ReadonlySet<string> = new Set(['ISPICKVAL', '= text text']);

function isTextLiteral(node: TypedNode): boolean {
  return node.kind === 'literal' && typeof node.value === 'string' && node.value !== '';
}

function compileOperation(node: Extract<TypedNode, { kind: 'operation' }>, scope: SqlScope, loose: boolean): Sql {
  const overload = overloadOf(node.operation);
  const [left, right] = compileArguments(node, scope, loose);
  const compiled = overload.compile([left ?? sql`null`, right ?? sql`null`]);
  return overload.nullable && !loose ? sql`coalesce(${compiled}, false)` : compiled;
}

function compileLiteral({ type, value }: TypedLiteral): Sql {
  if (type === 'boolean') return value === true ? sql`true` : sql`false`;
  if (isTextual(type)) return textParameter(value === null ? '' : String(value));
  return value === null ? castTo(type, sql`null`) : castTo(type, sql`${value}`);
}

function compileReference({ path, type, blankAsZero }: TypedReference, scope: SqlScope, loose: boolean): Sql {
  const column = castTo(type, scope.column(path));
  if (isTextual(type)) return sql`coalesce(${column}, '')`;
  if (type === 'boolean') return loose ? column : sql`coalesce(${column}, false)`;
  return blankAsZero ? sql`coalesce(${column}, 0)` : column;
}
