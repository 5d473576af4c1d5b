import type { WorkflowDocument } from '@guanxi/metadata';
import { queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../../api/index.js';
import { automationKey } from '../automation-queries.js';

/** A published workflow as it was from one revision on. */
export interface WorkflowVersion {
  /** Of the revision that brought it. */
  readonly number: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  /** By whoever published it. */
  readonly note: string | null;
  /** What that revision changed, in sentences. */
  readonly changes: readonly string[];
  readonly document: WorkflowDocument;
  readonly inForce: boolean;
  readonly openRuns: number;
}

/** Newest first. */
export const workflowVersionsOptions = (name: string) => queryOptions({
  queryKey: [...automationKey, 'versions', name],
  queryFn: async ({ signal }) => (await metadataRequest<{ workflowVersions: WorkflowVersion[] }>('query ($name: String!) { workflowVersions(name: $name) { number at by { id name } note changes document inForce openRuns } }', { name }, signal)).workflowVersions,
});

/** How many runs go on with another version than the one in force. */
export function countOlderRuns(versions: readonly WorkflowVersion[]): number {
  return versions.filter(({ inForce }) => !inForce).reduce((sum, { openRuns }) => sum + openRuns, 0);
}
