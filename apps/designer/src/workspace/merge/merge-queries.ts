import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import type { Operation } from '../records/record-queries.js';

type Named = Pick<ObjectDescription, 'name' | 'singular' | 'plural'>;

export function severalQuery(object: Named, ids: readonly string[], select: string): Operation {
  const names = graphqlNames(object);
  return { query: `query Several($where: ${names.where}) { page: ${names.many}(where: $where, first: ${ids.length}) { nodes { ${select} } } }`, variables: { where: { id: { in: ids } } } };
}

export function mergeMutation(object: Named, { into, from, data }: { readonly into: string; readonly from: readonly string[]; readonly data: object }): Operation {
  const names = graphqlNames(object);
  return { query: `mutation Merge($into: ID!, $from: [ID!]!, $data: ${names.updateInput}) { record: ${names.merge}(into: $into, from: $from, data: $data) { id } }`, variables: { into, from, data } };
}
