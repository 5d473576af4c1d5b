import { queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import type { FieldStatistic, Usage } from './document-types.js';
import { documentsKey } from './setup-queries.js';

/** How much a field is used, counted on the records and on what was asked for; follows each publication. */
export const fieldStatisticsOptions = (object: string) => queryOptions({
  queryKey: [...documentsKey, 'statistics', object],
  queryFn: async ({ signal }) => {
    const { fieldStatistics } = await metadataRequest<{ fieldStatistics: FieldStatistic[] }>('query ($object: String!) { fieldStatistics(object: $object) { field usedBy filled total lastUsedAt apiUses } }', { object }, signal);
    return new Map(fieldStatistics.map((one) => [one.field, one]));
  },
  retry: false, staleTime: 60_000,
});

export const objectUsageOptions = (object: string) => queryOptions({
  queryKey: [...documentsKey, 'object-usage', object],
  queryFn: async ({ signal }) => (await metadataRequest<{ objectUsage: Usage[] }>('query ($object: String!) { objectUsage(object: $object) { kind name title path area } }', { object }, signal)).objectUsage,
  retry: false,
});

/** Records per value of a picklist field; values that none has are not among them. */
export const picklistUsageOptions = (object: string, field: string) => queryOptions({
  queryKey: [...documentsKey, 'picklist-usage', object, field],
  queryFn: async ({ signal }) => {
    const { picklistUsage } = await metadataRequest<{ picklistUsage: { value: string; count: number }[] }>('query ($object: String!, $field: String!) { picklistUsage(object: $object, field: $field) { value count } }', { object, field }, signal);
    return new Map(picklistUsage.map(({ value, count }) => [value, count]));
  },
  retry: false, staleTime: 30_000,
});
