import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import type { Operation } from '../records/record-queries.js';

const shownCount = 6;

interface RelatedWish {
  /** Key of the reference in filters: `customerId`. */
  readonly field: string;
  readonly id: string;
  readonly select: string;
  /** The field that tells which records are the latest. */
  readonly newestBy: string;
}

/** The latest records that point to one record, with their number, under the key `related`. */
export function relatedQuery(object: Pick<ObjectDescription, 'name' | 'singular' | 'plural'>, { field, id, select, newestBy }: RelatedWish): Operation {
  const names = graphqlNames(object);
  return {
    query: `query Related($where: ${names.where}, $orderBy: [${names.orderBy}!]) { related: ${names.many}(where: $where, orderBy: $orderBy, first: ${shownCount}) { nodes { ${select} } totalCount } }`,
    variables: { where: { [field]: { eq: id } }, orderBy: [{ [newestBy]: 'DESC' }] },
  };
}
