import { graphqlNames, type ObjectDescription } from '@guanxi/metadata';
import { recordsRequest } from '../../api/index.js';
import { afterWrite } from '../records/save-record.js';

/** Makes records of others out of one, as a button of its page says. */
export async function convertRecord(object: ObjectDescription, id: string, action: string): Promise<void> {
  await recordsRequest(`mutation ($id: ID!) { ${graphqlNames(object).convert}(id: $id, action: ${action}) { id } }`, { id });
  afterWrite(object.name, id);
}
