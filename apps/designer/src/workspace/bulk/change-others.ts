import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import { recordsRequest, type ApiError } from '../../api/index.js';
import { forgetLists } from '../records/record-lists.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { afterWrite } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import type { BulkReach, BulkResult } from './bulk-operations.js';
import { mostRows, updateRows } from './write-rows.js';

/** A record that was left as it is, and why. */
export interface LeftRecord {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

export interface ChangedOthers {
  readonly result: BulkResult;
  readonly left: readonly LeftRecord[];
}

/** Gives the records that nothing stands against the same values, in one operation, and tells of the others. Throws `ApiError`. */
export async function changeOthers(object: ObjectDescription, reach: BulkReach, data: object): Promise<ChangedOthers> {
  const records = await readReach(object, reach);
  const { operationId, refused } = await updateRows(object, records.map(({ id }) => ({ id, data })), 'id');
  forgetLists(object.name);
  afterWrite(object.name);
  const left = refused.flatMap(({ index, error }) => {
    const record = records[index];
    return record ? [{ id: record.id, name: recordName(object, record), reason: reasonOf(error) }] : [];
  });
  return { result: { operationId, matched: records.length, changed: records.length - left.length, status: 'DONE' }, left };
}

export function reasonOf({ problems, message }: ApiError): string {
  return problems.length > 0 ? problems.map((problem) => problem.message).join(' ') : message;
}

const atOnce = 1000;

/** The records with their names, at most as many as one mutation takes. */
export async function readReach(object: ObjectDescription, { where, search }: BulkReach): Promise<readonly RecordRow[]> {
  const names = graphqlNames(object);
  const query = `query Reach($where: ${names.where}, $search: String, $after: String) { page: ${names.many}(where: $where, search: $search, first: ${atOnce}, after: $after) { nodes { ${selectFields({ objects: [] }, object, [object.nameField])} } pageInfo { hasNextPage endCursor } } }`;
  const found: RecordRow[] = [];
  let after: string | null = null;
  do {
    const { page }: Page = await recordsRequest<Page>(query, { where, ...(search !== undefined && { search }), ...(after !== null && { after }) });
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && found.length < mostRows);
  return found.slice(0, mostRows);
}

interface Page { readonly page: { readonly nodes: readonly RecordRow[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }
