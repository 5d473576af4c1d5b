import type { JsonValue } from '@guanxi/field-types';
import { metadataRequest } from '../../api/index.js';

/** What a button would write or open for a record, as the server works it out for this person: values by field, or an address under `url`. */
export async function readActionValues(action: string, recordId: string): Promise<Readonly<Record<string, JsonValue>>> {
  const query = 'query ($action: String!, $recordId: ID!) { actionValues(action: $action, recordId: $recordId) }';
  return (await metadataRequest<{ actionValues: Readonly<Record<string, JsonValue>> }>(query, { action, recordId })).actionValues;
}
