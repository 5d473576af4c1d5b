import { sql, ValueNode, type OperationNode, type RawBuilder, RawNode } from 'kysely';

/** The same SQL with its parameters written out: what changes tables takes none. */
export function writeOutParameters(fragment: RawBuilder<unknown>): RawBuilder<unknown> {
  const node = withLiterals(fragment.toOperationNode());
  return sql`${{ expressionType: undefined, toOperationNode: () => node }}`;
}

function withLiterals(node: OperationNode): OperationNode {
  if (ValueNode.is(node)) return ValueNode.createImmediate(node.value);
  if (RawNode.is(node)) return RawNode.create(node.sqlFragments, node.parameters.map(withLiterals));
  return node;
}
