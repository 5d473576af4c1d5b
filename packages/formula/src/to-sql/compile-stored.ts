import { ExpressionWrapper, OperationNodeTransformer, sql, type PrimitiveValueListNode, type ValueNode } from 'kysely';
import * as sentences from '../check/sentences.js';
import { evaluateFormula } from '../evaluate/evaluate-formula.js';
import type { FormulaProblem, TypedFormula, TypedNode } from '../formula.js';
import { findFunction } from '../functions/registry.js';
import { makeProblem } from '../language/make-problem.js';
import { compileResult } from './compile-formula.js';
import { compileSql } from './compile-sql.js';
import { bindInPlace, castTo, type Sql } from './fragments.js';

/** Where the formula of a generated column finds its names: in columns of the same row. */
export interface StoredScope {
  /** As `SqlScope.column`. It must hold no sub-select and no parameters. */
  column(path: readonly string[]): Sql;
  /** IANA name. It becomes a part of the expression: with another time zone the column has to be made again. */
  readonly timeZone: string;
}

/** Whether the same fields always give the same answer, at any moment and for whomever. */
export function isImmutable(formula: TypedFormula): boolean {
  return !formula.readsMoment && !formula.readsPrior && formula.references.every(([first = '']) => !first.startsWith('$'));
}

/**
 * Why a formula cannot be the expression of a generated column or of an index, or undefined where it can. Whether its
 * references are columns of the same row is for the caller to say.
 */
export function findStorageProblem(formula: TypedFormula): FormulaProblem | undefined {
  const found = findHindrance(formula.root);
  if (found !== undefined) return found;
  const size = compileSql(compileResult(formula, { scope: { column: () => sql`x`, now: sql`null`, timeZone: sql`''` }, bind: bindInPlace })).text.length;
  if (size <= longestExpression) return undefined;
  return makeProblem(sentences.tooLargeToStore, { code: 'not-storable', start: 0, end: formula.text.length, hint: sentences.storeSmaller });
}

/**
 * The formula as an immutable SQL expression of `compileFormula`'s type without parameters and sub-selects, for
 * `generated always as (…) stored`. The formula must have no storage problem.
 */
export function compileStored(formula: TypedFormula, { column, timeZone }: StoredScope): Sql {
  const root = foldConstants(formula.root, timeZone);
  if (root.kind === 'literal') return inlineValues(castTo(root.type, root.value === null ? sql`null` : sql`${root.value}`));
  const [first] = formula.references;
  const scope = { column, now: sql`null`, timeZone: sql`${timeZone}` };
  const nothing = first === undefined ? sql`''` : sql`(case when ${column(first)} is null then '' else '' end)`;
  return inlineValues(compileResult({ ...formula, root }, { scope, bind: bindInPlace, nothing }));
}

/**
 * Parts without a field become their values. PostgreSQL would work them out before it has found the collations of a
 * generated column's expression, and fail on every comparison of texts; for the same reason the texts that remain are put
 * together with nothing that depends on a column.
 */
function foldConstants(node: TypedNode, timeZone: string): TypedNode {
  if (node.kind === 'literal' || node.kind === 'reference') return node;
  const list = node.arguments.map((argument) => foldConstants(argument, timeZone));
  const folded = { ...node, arguments: list };
  const isConstant = list.every(({ kind, type }) => kind === 'literal' && type !== 'location') && node.type !== 'location' && node.type !== 'multipicklist';
  if (!isConstant) return folded;
  const constant = { text: '', type: node.type, root: folded, references: [], readsMoment: false, readsPrior: false };
  const value = evaluateFormula(constant, () => null, { now: '1970-01-01T00:00:00Z', timeZone });
  return { kind: 'literal', type: node.type, start: node.start, end: node.end, value };
}

/** Without names for its operands an expression is written again wherever it is used, which can make it very long. */
const longestExpression = 200_000;

function findHindrance(node: TypedNode): FormulaProblem | undefined {
  if (node.kind === 'literal') return undefined;
  const { start, end } = node;
  if (node.kind === 'reference') {
    const changes = node.path[0]?.startsWith('$') === true;
    return changes ? makeProblem(sentences.changesByItself(node.path.join('.')), { code: 'not-storable', start, end, hint: sentences.letItBeRead }) : undefined;
  }
  const definition = node.kind === 'call' ? findFunction(node.name) : undefined;
  const problem = { code: 'not-storable' as const, start, end, hint: sentences.letItBeRead };
  if (definition?.readsMoment || definition?.prior !== undefined) return makeProblem(sentences.changesByItself(definition.name), problem);
  if (definition?.unstorable) return makeProblem(sentences.workedOutWhenRead(definition.name), problem);
  for (const argument of node.arguments) {
    const found = findHindrance(argument);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inlineValues(fragment: Sql): Sql {
  return sql`${new ExpressionWrapper(new Inliner().transformNode(fragment.toOperationNode()))}`;
}

/** DDL takes no parameters, so every value is written as a quoted literal. */
class Inliner extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, immediate: true };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    throw new TypeError(`A formula holds no list of ${node.values.length} values.`);
  }
}
