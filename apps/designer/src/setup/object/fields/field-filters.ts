import { fieldType, isFieldTypeName } from '@guanxi/field-types';
import type { FieldStatistic } from '../../documents/document-types.js';
import type { FieldRow } from './field-rows.js';

export const filters = ['all', 'required', 'unique', 'computed', 'links', 'personal', 'sensitive', 'unused', 'changed'] as const;
export type FieldFilter = (typeof filters)[number];

type Test = (row: FieldRow, statistic: FieldStatistic | undefined) => boolean;

const tests: Readonly<Record<FieldFilter, Test>> = {
  all: () => true,
  required: ({ isRequired }) => isRequired,
  unique: ({ property }) => property.guanxi['unique'] === true,
  computed: ({ property: { guanxi } }) => isFieldTypeName(guanxi.type) && fieldType(guanxi.type).derived === true,
  links: ({ property: { guanxi } }) => isFieldTypeName(guanxi.type) && fieldType(guanxi.type).formulaType === 'reference',
  personal: ({ property }) => property.guanxi['personal'] === true,
  sensitive: ({ property: { guanxi } }) => isSensitive(guanxi),
  unused: ({ state }, statistic) => state !== 'REMOVED' && statistic !== undefined && isUnused(statistic),
  changed: ({ state }) => state !== 'PUBLISHED',
};

/** Nobody names it and no record has a value of it. */
export function isUnused({ usedBy, filled, apiUses }: FieldStatistic): boolean {
  return usedBy === 0 && (filled ?? 0) === 0 && (apiUses ?? 0) === 0;
}

export function passesFilter(filter: FieldFilter, row: FieldRow, statistics: ReadonlyMap<string, FieldStatistic> | undefined): boolean {
  return tests[filter](row, statistics?.get(row.name));
}

/** Encrypted fields are, unless they say otherwise. */
export function isSensitive(guanxi: FieldRow['property']['guanxi']): boolean {
  return typeof guanxi['sensitive'] === 'boolean' ? guanxi['sensitive'] : isFieldTypeName(guanxi.type) && fieldType(guanxi.type).encrypted === true;
}
