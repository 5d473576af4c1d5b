import type { WorkspaceDescription } from '@guanxi/metadata';
import { recordsRequest } from '../../api/index.js';

/** Records of an object by what they are called; of several with one name the first is taken, and those that are not there are missing. */
export async function findByNames({ objects }: Pick<WorkspaceDescription, 'objects'>, target: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const object = objects.find(({ name }) => name === target);
  if (!object || names.length === 0) return new Map();
  const query = `query ByName($names: [String!]!) { found: ${object.plural}(where: { ${object.nameField}: { in: $names } }, first: 200) { nodes { id name: ${object.nameField} } } }`;
  const { found } = await recordsRequest<{ found: { nodes: readonly { readonly id: string; readonly name: string }[] } }>(query, { names: [...new Set(names)] });
  return new Map(found.nodes.toReversed().map(({ id, name }) => [name, id]));
}
