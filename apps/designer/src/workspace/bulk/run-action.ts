import { writeInput } from '@guanxi/forms';
import type { JsonValue } from '@guanxi/field-types';
import { graphqlNames, type ActionDescription, type ObjectDescription } from '@guanxi/metadata';
import { ApiError, metadataRequest, recordsRequest } from '../../api/index.js';
import { forgetLists } from '../records/record-lists.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { afterWrite } from '../records/save-record.js';
import type { BulkReach } from './bulk-operations.js';
import { readReach, reasonOf, type ChangedOthers, type LeftRecord } from './change-others.js';
import { updateRows } from './write-rows.js';

/** Each record costs a formula or a conversion of its own: more than these are not done while somebody waits. */
export const mostForAction = 200;

/** Buttons that make sense for many records at once. */
export function actionsForMany({ actions = [] }: Pick<ObjectDescription, 'actions'>): readonly ActionDescription[] {
  return actions.filter(({ do: effect }) => 'update' in effect || 'convert' in effect);
}

/** Presses a button for each of the records, in one operation; those that it cannot be pressed for are told. Throws `ApiError`. */
export async function runActionOnMany(object: ObjectDescription, reach: BulkReach, action: ActionDescription): Promise<ChangedOthers> {
  const records = (await readReach(object, reach)).slice(0, mostForAction);
  const { operationId, left } = await ('convert' in action.do ? convert : update)(object, records, action);
  const made = 'convert' in action.do ? action.do.convert.into.map((target) => target.object) : [];
  for (const name of [object.name, ...made]) forgetLists(name);
  afterWrite(object.name);
  return { left, result: { operationId, matched: records.length, changed: records.length - left.length, status: 'DONE' } };
}

interface Pressed { readonly operationId: string; readonly left: readonly LeftRecord[] }

async function update(object: ObjectDescription, records: readonly RecordRow[], { name }: ActionDescription): Promise<Pressed> {
  const values = await readValues(name, records);
  const told = values.flatMap((one, index) => (one instanceof ApiError ? [leftOf(object, records[index], one)] : []));
  const wanted = values.flatMap((one, index) => (one instanceof ApiError || !records[index] ? [] : [{ record: records[index], data: writeInput(object, one) }]));
  const { operationId, refused } = await updateRows(object, wanted.map(({ record, data }) => ({ id: record.id, data, ifVersion: record['version'] as number | undefined })), 'id');
  return { operationId, left: [...told.flat(), ...refused.flatMap(({ index, error }) => leftOf(object, wanted[index]?.record, error))] };
}

const askedAtOnce = 8;

/** What the button would write, as the server works it out for each. */
async function readValues(action: string, records: readonly RecordRow[]): Promise<readonly (Readonly<Record<string, JsonValue>> | ApiError)[]> {
  const query = 'query ($action: String!, $recordId: ID!) { actionValues(action: $action, recordId: $recordId) }';
  const answers: (Readonly<Record<string, JsonValue>> | ApiError)[] = [];
  for (let start = 0; start < records.length; start += askedAtOnce) {
    answers.push(...await Promise.all(records.slice(start, start + askedAtOnce).map(({ id }) =>
      metadataRequest<{ actionValues: Readonly<Record<string, JsonValue>> }>(query, { action, recordId: id }).then(({ actionValues }) => actionValues, asRefusal))));
  }
  return answers;
}

/** All in one mutation; where some are refused, those are left out and the others tried again. */
async function convert(object: ObjectDescription, records: readonly RecordRow[], { name }: ActionDescription): Promise<Pressed> {
  const left: LeftRecord[] = [];
  let rest = records;
  for (;;) {
    try {
      return { operationId: await convertAll(object, rest, name), left };
    } catch (error) {
      const at = refusedPlace(error);
      const refused = at === undefined ? undefined : rest[at];
      if (!(error instanceof ApiError) || !refused) throw error;
      left.push(...leftOf(object, refused, error));
      rest = rest.filter((record) => record !== refused);
    }
  }
}

async function convertAll(object: ObjectDescription, records: readonly RecordRow[], action: string): Promise<string> {
  const names = graphqlNames(object);
  const heads = records.map((_, index) => `$i${index}: ID!`).join(', ');
  const steps = records.map((_, index) => `c${index}: ${names.convert}(id: $i${index}, action: ${action}) { id }`).join(' ');
  const { operation } = await recordsRequest<{ operation: { operationId: string } }>(
    `mutation Convert${heads === '' ? '' : `(${heads})`} { ${steps} operation: ${names.updateWhere}(where: { id: { in: [] } }, data: {}) { operationId } }`,
    Object.fromEntries(records.map(({ id }, index) => [`i${index}`, id])),
  );
  return operation.operationId;
}

/** Which of the steps was refused: the path of the error names its key. */
function refusedPlace(error: unknown): number | undefined {
  const key = error instanceof ApiError ? error.path?.[0] : undefined;
  const found = typeof key === 'string' ? /^c(\d+)$/.exec(key) : null;
  return found ? Number(found[1]) : undefined;
}

function leftOf(object: ObjectDescription, record: RecordRow | undefined, error: ApiError): readonly LeftRecord[] {
  return record ? [{ id: record.id, name: recordName(object, record), reason: reasonOf(error) }] : [];
}

function asRefusal(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  throw error;
}
