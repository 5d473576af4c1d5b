import { BuilderFormula } from './BuilderFormula.js';
import { BuilderGroup } from './BuilderGroup.js';
import { BuilderRow, type BuilderPartProps } from './BuilderRow.js';
import { isFormula, isGroup, type FilterNode } from './filter-tree.js';

/** What stands in one place of the builder: a filter, a group of them, or a formula. */
export function BuilderNode({ node, ...part }: BuilderPartProps & { readonly node: FilterNode }) {
  if (isFormula(node)) return <BuilderFormula {...part} node={node} />;
  return isGroup(node) ? <BuilderGroup {...part} group={node} Node={BuilderNode} /> : <BuilderRow {...part} filter={node} />;
}
