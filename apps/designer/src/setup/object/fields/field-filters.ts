import { fieldType, isFieldTypeName } from '@guanxi/field-types';
import type { FieldStatistic } from '../../documents/document-types.js';
import type { FieldRow } from './field-rows.js';

export const filters = ['all', 'required', 'unique', 'computed', 'links', 'personal', 'unused', 'changed'] as const;
export type FieldFilter = (typeof filters)[number];

type Test = (row: FieldRow, statistic: FieldStatistic | undefined) => boolean;

const tests: Readonly<Record<FieldFilter, Test>> = {
  all: () => true,
  required: ({ isRequired }) => isRequired,
  unique: ({ property }) => property.guanxi['unique'] === true,
  computed: ({ property: { guanxi } }) => isFieldTypeName(guanxi.type) && fieldType(guanxi.type).derived === true,
  links: ({ property: { guanxi } }) => isFieldTypeName(guanxi.type) && fieldType(guanxi.type).formulaType === 'reference',
  personal: ({ property }) => property.guanxi['personal'] === true,
  // What nobody names and no record has a value of.
  unused: ({ state }, statistic) => state !== 'REMOVED' && statistic !== undefined && statistic.usedBy === 0 && (statistic.filled ?? 0) === 0 && (statistic.apiUses ?? 0) === 0,
  changed: ({ state }) => state !== 'PUBLISHED',
};

export function passesFilter(filter: FieldFilter, row: FieldRow, statistics: ReadonlyMap<string, FieldStatistic> | undefined): boolean {
  return tests[filter](row, statistics?.get(row.name));
}
