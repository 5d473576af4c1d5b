import { sql } from 'kysely';
import type { TypedFormula, TypedLiteral, TypedNode, TypedReference } from '../formula.js';
import { functionOf } from '../functions/registry.js';
import { overloadOf } from '../operators/registry.js';
import { isTextual } from '../values/runtime-value.js';
import { bindByName, blankInSql, castTo, textParameter, type Bind, type Sql } from './fragments.js';

/** Where a formula's names are found in SQL. */
export interface SqlScope {
  /**
   * An expression of the field's own type: text, numeric or integer, boolean, date, time, timestamptz, uuid, text[], and
   * jsonb with `latitude` and `longitude` for a location.
   */
  column(path: readonly string[]): Sql;
  /** timestamptz. */
  readonly now: Sql;
  /** IANA name as text. */
  readonly timeZone: Sql;
  /** Boolean: whether the record comes into being. Needed with `prior` by formulas that read the prior state. */
  readonly isNew?: Sql;
  /** As `column`, of the record before the change; what it answers for a new record does not matter. */
  prior?(path: readonly string[]): Sql;
}

/**
 * A formula as SQL expression that answers what `evaluateFormula` answers: blank is null (for text too), conditions are
 * true or false, numbers are numeric without zeros at the end. It raises no errors, whatever the columns hold.
 */
export function compileFormula(formula: TypedFormula, scope: SqlScope): Sql {
  return compileResult(formula, { scope, bind: bindByName });
}

/** A true-or-false formula for WHERE, CASE WHEN or FILTER, where null does as well as false: indexes can be used for it. */
export function compileCondition(formula: TypedFormula, scope: SqlScope): Sql {
  return compileNode(formula.root, { scope, bind: bindByName }, true);
}

/** The scope, and the way operands are given names. */
export interface Compilation {
  readonly scope: SqlScope;
  readonly bind: Bind;
  /** Put behind each written text where PostgreSQL must not work with it ahead of time. */
  readonly nothing?: Sql;
}

export function compileResult(formula: TypedFormula, compilation: Compilation): Sql {
  const value = compileNode(formula.root, compilation, false);
  if (formula.type === 'number') return sql`trim_scale(${value})`;
  if (formula.type === 'multipicklist') return sql`nullif(${value}, '{}')`;
  if (formula.type === 'location') return writeLocation(value, compilation.bind);
  return isTextual(formula.type) ? sql`nullif(${value}, '')` : value;
}

/** `loose`: null may stand for false. */
function compileNode(node: TypedNode, compilation: Compilation, loose: boolean): Sql {
  const { scope, bind } = compilation;
  if (node.kind === 'literal') return compileLiteral(node, compilation);
  if (node.kind === 'reference') return compileReference(node, compilation, loose);
  if (node.kind === 'operation') return compileOperation(node, compilation, loose);
  return functionOf(node.name).compile({
    arguments: compileArguments(node, compilation, loose),
    types: node.arguments.map((argument) => argument.type),
    nodes: node.arguments,
    now: castTo('datetime', scope.now),
    timeZone: castTo('text', scope.timeZone),
    isNew: scope.isNew ?? sql`true`,
    bind,
    written: (text) => writtenText(text, compilation),
  });
}

function compileArguments(node: Exclude<TypedNode, TypedLiteral | TypedReference>, compilation: Compilation, loose: boolean): Sql[] {
  const name = node.kind === 'call' ? node.name : node.operation;
  const through = loose && passesThrough.has(name);
  const bare = loose && textEqualities.has(name) && node.arguments.some(isTextLiteral);
  return node.arguments.map((argument) =>
    bare && argument.kind === 'reference' && argument.prior === undefined ? castTo('text', compilation.scope.column(argument.path)) : compileNode(argument, compilation, through),
  );
}

/** Where all arguments are conditions that only count when they are true. */
const passesThrough: ReadonlySet<string> = new Set(['AND', 'OR', '&& boolean boolean', '|| boolean boolean']);
/** Where a null column beside a written text can stay null, and an index on it serves. */
const textEqualities: ReadonlySet<string> = new Set(['ISPICKVAL', '= text text']);

function isTextLiteral(node: TypedNode): boolean {
  return node.kind === 'literal' && typeof node.value === 'string' && node.value !== '';
}

function compileOperation(node: Extract<TypedNode, { kind: 'operation' }>, compilation: Compilation, loose: boolean): Sql {
  const overload = overloadOf(node.operation);
  const [left, right] = compileArguments(node, compilation, loose);
  const compiled = overload.compile([left ?? sql`null`, right ?? sql`null`], compilation.bind);
  return overload.nullable && !loose ? sql`coalesce(${compiled}, false)` : compiled;
}

function compileLiteral({ type, value }: TypedLiteral, compilation: Compilation): Sql {
  if (type === 'boolean') return value === true ? sql`true` : sql`false`;
  if (isTextual(type)) return writtenText(value === null ? '' : String(value), compilation);
  return value === null ? blankInSql(type) : castTo(type, sql`${value}`);
}

function writtenText(text: string, { nothing }: Compilation): Sql {
  return nothing === undefined ? textParameter(text) : sql`(${textParameter(text)} || ${nothing})`;
}

function compileReference(node: TypedReference, compilation: Compilation, loose: boolean): Sql {
  const { type, blankAsZero } = node;
  const { scope } = compilation;
  const column = node.prior === undefined ? columnOf(node, scope.column(node.path)) : priorOf(node, scope);
  if (isTextual(type)) return sql`coalesce(${column}, '')`;
  if (type === 'multipicklist') return sql`coalesce(${column}, '{}')`;
  if (type === 'boolean') return loose ? column : sql`coalesce(${column}, false)`;
  return blankAsZero ? sql`coalesce(${column}, 0)` : column;
}

function columnOf({ type }: TypedReference, column: Sql): Sql {
  return type === 'location' ? locationFromJson(column) : castTo(type, column);
}

/** A new record has no earlier state: then a field was always what it is. */
function priorOf(node: TypedReference, scope: SqlScope): Sql {
  if (scope.prior === undefined || scope.isNew === undefined) throw new TypeError('The formula reads the state before the change, which the scope does not give.');
  return sql`(case when ${scope.isNew} then ${columnOf(node, scope.column(node.path))} else ${columnOf(node, scope.prior(node.path))} end)`;
}

/** Inside a formula a location is [latitude, longitude]: arrays are compared and made by immutable functions. */
function locationFromJson(column: Sql): Sql {
  const [latitude, longitude] = [sql`((${column})::jsonb ->> 'latitude')::numeric`, sql`((${column})::jsonb ->> 'longitude')::numeric`];
  return sql`(case when ${latitude} is not null and ${longitude} is not null then array[${latitude}, ${longitude}] end)`;
}

function writeLocation(location: Sql, bind: Bind): Sql {
  const degrees = (place: Sql, index: 1 | 2): Sql => sql`trim_scale((${place})[${sql.lit(index)}])::text`;
  return bind({ place: location }, ({ place }) => sql`(case when ${place} is not null then jsonb_build_object('latitude', ${degrees(place, 1)}, 'longitude', ${degrees(place, 2)}) end)`);
}
