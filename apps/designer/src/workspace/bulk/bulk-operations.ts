import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import { metadataRequest, recordsRequest } from '../../api/index.js';
import { allOf } from '../records/view-conditions.js';
import { countQuery, type Operation, type Where } from '../records/record-queries.js';
import type { ListQuestion } from '../records/record-lists.js';
import { afterWrite } from '../records/save-record.js';
import { forgetLists } from '../records/record-lists.js';

/** The records that something is done to. */
export interface BulkReach {
  readonly where: Where;
  readonly search?: string;
  /** How many people have chosen. */
  readonly count: number;
}

export interface BulkResult {
  readonly operationId: string;
  readonly matched: number;
  readonly changed: number;
  readonly status: 'DONE' | 'RUNNING';
}

/** More than these are changed in the background. */
const mostAtOnce = 200;

export function reachOf({ where, search }: ListQuestion, selection: { readonly ids: ReadonlySet<string>; readonly isEvery: boolean }, count: number): BulkReach {
  if (!selection.isEvery) return { where: { id: { in: [...selection.ids] } }, count };
  return { where: where ?? {}, ...(search !== undefined && { search }), count };
}

/** Only what this person may change, where that is only what is theirs. */
export function permittedReach(reach: BulkReach, isOwnOnly: boolean | undefined): BulkReach {
  return isOwnOnly ? { ...reach, where: allOf([reach.where, { ownerId: { eq: 'me' } }]) ?? {} } : reach;
}

export async function countReach(object: ObjectDescription, { where, search }: BulkReach, signal?: AbortSignal): Promise<number> {
  const { query, variables } = countQuery(object, { where: Object.keys(where).length > 0 ? where : undefined, search });
  return (await recordsRequest<{ counted: { totalCount: number } }>(query, variables, signal)).counted.totalCount;
}

/** Throws `ApiError`: nothing is changed then. */
export async function updateMany(object: ObjectDescription, reach: BulkReach, data: object): Promise<BulkResult> {
  return write(object, 'update', await settleSearch(object, reach), data);
}

export async function deleteMany(object: ObjectDescription, reach: BulkReach): Promise<BulkResult> {
  return write(object, 'delete', await settleSearch(object, permittedReach(reach, object.deletesOwnOnly)));
}

export function bulkMutation(object: Pick<ObjectDescription, 'name' | 'singular' | 'plural'>, kind: 'update' | 'delete', { where, count }: BulkReach, data?: object): Operation {
  const names = graphqlNames(object);
  const field = `${kind}${capital(object.plural)}Where`;
  const heads = [`$where: ${names.where}!`, ...(data ? [`$data: ${names.updateInput}!`] : []), '$background: Boolean'];
  const args = ['where: $where', ...(data ? ['data: $data'] : []), 'background: $background'];
  return {
    query: `mutation Bulk(${heads.join(', ')}) { result: ${field}(${args.join(', ')}) { operationId matched changed status } }`,
    variables: { where, ...(data && { data }), background: count > mostAtOnce },
  };
}

async function write(object: ObjectDescription, kind: 'update' | 'delete', reach: BulkReach, data?: object): Promise<BulkResult> {
  const { query, variables } = bulkMutation(object, kind, reach, data);
  const { result } = await recordsRequest<{ result: BulkResult }>(query, variables);
  forgetLists(object.name);
  afterWrite(object.name);
  return result;
}

const idsAtOnce = 1000;

/** What a search finds is no condition: its records are named one by one. */
async function settleSearch(object: ObjectDescription, reach: BulkReach): Promise<BulkReach> {
  const { where, search } = reach;
  if (search === undefined) return reach;
  const names = graphqlNames(object);
  const query = `query Found($where: ${names.where}, $search: String, $after: String) { page: ${names.many}(where: $where, search: $search, first: ${idsAtOnce}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { page }: FoundPage = await recordsRequest<FoundPage>(query, { where, search, ...(after !== null && { after }) });
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { where: { id: { in: ids } }, count: ids.length };
}

interface FoundPage { readonly page: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A change of many records, as it stands. */
export interface OperationState {
  readonly id: string;
  readonly status: 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly undoable: boolean;
  readonly error: string | null;
  readonly counts: readonly { readonly object: string; readonly updated: number; readonly deleted: number; readonly restored: number; readonly created: number }[];
  readonly leftOutCount: number;
  readonly leftOut: readonly { readonly recordId: string; readonly name: string | null; readonly field: string | null; readonly reason: string }[];
}

const operationFields = 'id status undoable error counts { object created updated deleted restored } leftOutCount leftOut(first: 50) { recordId name field reason }';

export async function readOperation(id: string, signal?: AbortSignal): Promise<OperationState | null> {
  return (await metadataRequest<{ operation: OperationState | null }>(`query Operation($id: ID!) { operation(id: $id) { ${operationFields} } }`, { id }, signal)).operation;
}

/** Takes a change of many records back; the answer is the operation that does it, which may go on for a while. */
export async function undoOperation(id: string): Promise<OperationState> {
  return (await metadataRequest<{ undone: OperationState }>(`mutation Undo($id: ID!) { undone: undoOperation(id: $id) { ${operationFields} } }`, { id })).undone;
}
