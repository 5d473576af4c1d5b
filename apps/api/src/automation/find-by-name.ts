import type { WorkflowDocument } from '@guanxi/metadata';
import { ApiFailure } from '../metadata-api/api-failure.js';

export function findByName(workflows: readonly WorkflowDocument[], name: string): WorkflowDocument {
  const found = workflows.find((workflow) => workflow.name === name);
  if (!found) throw new ApiFailure('NOT_FOUND', `There is no published workflow “${name}”. Publish the draft first if it is in there.`);
  return found;
}
