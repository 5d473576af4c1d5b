import { queryOptions } from '@tanstack/react-query';
import type { WorkflowInput } from '@guanxi/metadata';
import { ApiError, metadataRequest } from '../../api/index.js';

/** A workflow that people run by hand on records of an object. */
export interface WorkflowButton {
  readonly name: string;
  readonly label: string;
  readonly inputs: readonly (Pick<WorkflowInput, 'name' | 'type'> & { readonly title: string; readonly required: boolean })[];
}

export interface PressedRecord {
  readonly recordId: string;
  readonly outcome: 'BEGUN' | 'KNOWN' | 'PASSED' | 'GONE' | 'FORBIDDEN';
  readonly runId: string | null;
  readonly reason: string | null;
}

const believedFor = 60_000;

export const workflowButtonsOptions = (object: string, revision: number) =>
  queryOptions({
    queryKey: ['workflow-buttons', object, revision],
    staleTime: believedFor,
    queryFn: async ({ signal }) =>
      (await metadataRequest<{ workflowButtons: readonly WorkflowButton[] }>('query Buttons($object: String!) { workflowButtons(object: $object) { name label inputs { name title type required } } }', { object }, signal)).workflowButtons,
  });

/** `key` is of this press: sent again it runs nothing twice. Problems come with paths into the inputs. Throws `ApiError`. */
export async function runWorkflow(name: string, ids: readonly string[], key: string, inputs: Readonly<Record<string, unknown>>): Promise<readonly PressedRecord[]> {
  const query = 'mutation Run($name: String!, $ids: [ID!]!, $key: String!, $inputs: JSON) { runWorkflow(name: $name, ids: $ids, key: $key, inputs: $inputs) { recordId outcome runId reason } }';
  return (await metadataRequest<{ runWorkflow: readonly PressedRecord[] }>(query, { name, ids, key, inputs })).runWorkflow;
}

/** What is wrong with the inputs, where a form finds its fields; undefined where something else went wrong. */
export function inputProblems(error: unknown) {
  if (!(error instanceof ApiError)) return undefined;
  const about = error.problems.filter(({ path }) => path.startsWith('/inputs/'));
  return about.length > 0 ? about.map((problem) => ({ ...problem, path: problem.path.slice('/inputs'.length) })) : undefined;
}
