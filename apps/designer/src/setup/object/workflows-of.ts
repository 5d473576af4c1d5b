import type { WorkflowDocument } from '@guanxi/metadata';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';

/** Workflows that start with records of an object, or make or change such records. */
export function workflowsOf(object: string, documents: readonly StatedDocument[]): readonly StatedDocument<WorkflowDocument>[] {
  return documents.filter(isKind('workflow')).filter(({ document }) => document.object === object || document.steps.some(({ input }) => input['object'] === object));
}
