import type { WorkflowDocument } from '@guanxi/metadata';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { workflowRefusals } from './refusal-wording.js';

export function findByName(workflows: readonly WorkflowDocument[], name: string): WorkflowDocument {
  const found = workflows.find((workflow) => workflow.name === name);
  if (!found) throw new ApiFailure('NOT_FOUND', { ...workflowRefusals.unpublished, words: { name } });
  return found;
}
