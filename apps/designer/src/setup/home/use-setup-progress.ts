import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import { apiKeysOptions } from '../connect/keys-queries.js';
import { draftedDocuments, isKind, objectCountsOptions, planOptions, revisionsOptions } from '../documents/setup-queries.js';
import { fieldStatisticsOptions } from '../documents/usage-queries.js';
import { isUnused } from '../object/fields/field-filters.js';
import { permissionSetsOptions, usersOptions } from '../people/people-queries.js';

interface WorkflowHealth { readonly name: string; readonly active: boolean; readonly runs: number; readonly failed: number }

const workflowHealthOptions = queryOptions({
  queryKey: ['setup', 'workflow-health'],
  queryFn: async ({ signal }) => (await metadataRequest<{ workflows: WorkflowHealth[] }>('query { workflows { name active runs failed } }', {}, signal)).workflows,
});

export const stepIds = ['design', 'publish', 'records', 'workflow', 'people', 'key'] as const;
export type StepId = (typeof stepIds)[number];

/** Fields are counted object by object; of a very large org only the first so many. */
const mostCounted = 60;

/** What there is in the org, and which of the first steps are done. Each part is asked for by itself, so that one that fails leaves the others. */
export function useSetupProgress() {
  const documents = useQuery(draftedDocuments);
  const hasDraft = documents.data?.some(({ state }) => state !== 'PUBLISHED') ?? false;
  const plan = useQuery({ ...planOptions, enabled: hasDraft });
  const revisions = useQuery(revisionsOptions);
  const counts = useQuery(objectCountsOptions);
  const workflows = useQuery(workflowHealthOptions);
  const users = useQuery(usersOptions);
  const sets = useQuery(permissionSetsOptions);
  const keys = useQuery(apiKeysOptions);
  const objects = documents.data?.filter(isKind('object')).filter(({ state }) => state !== 'CREATED') ?? [];
  const statistics = useQueries({ queries: objects.slice(0, mostCounted).map(({ name }) => fieldStatisticsOptions(name)) });
  const retryStatistics = () => { for (const one of statistics) if (one.error) void one.refetch(); };

  const records = counts.error ? null : counts.data && [...counts.data.values()].reduce((sum, count) => sum + count, 0);
  const isPublishedSince = (revisions.data?.length ?? 0) > 1;
  const isDone: Readonly<Record<StepId, boolean>> = {
    design: hasDraft || isPublishedSince,
    publish: isPublishedSince && !hasDraft,
    records: (records ?? 0) > 0,
    workflow: workflows.data?.some(({ active }) => active) ?? false,
    people: (users.data?.length ?? 0) > 1,
    key: keys.data?.some(({ lastUsedAt }) => lastUsedAt !== null) ?? false,
  };
  return {
    isDone, revisions, records, hasDraft,
    isPending: [documents, revisions, counts, workflows, users, keys].some(({ isPending }) => isPending),
    objects: documents.data?.filter(isKind('object')).length ?? 0,
    changes: !hasDraft ? 0 : plan.error ? null : plan.data?.changes.length,
    failedRuns: workflows.error ? null : workflows.data?.reduce((sum, { failed }) => sum + failed, 0),
    activeWorkflows: workflows.data?.filter(({ active }) => active).length ?? 0,
    unusedFields: statistics.some(({ error }) => error) ? null : statistics.some(({ isPending }) => isPending) || !documents.data ? undefined : statistics.reduce((sum, { data }) => sum + [...(data?.values() ?? [])].filter(isUnused).length, 0),
    retry: { changes: () => void plan.refetch(), records: () => void counts.refetch(), failedRuns: () => void workflows.refetch(), users: () => void users.refetch(), unusedFields: retryStatistics },
    activeUsers: users.error ? null : users.data?.filter(({ active }) => active).length,
    permissionSets: sets.data?.length ?? 0,
  };
}
