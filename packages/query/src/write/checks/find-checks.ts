import type { FieldModel } from '@guanxi/metadata';
import type { Table } from '../../compile/compilation.js';
import type { Check } from './check.js';
import { findPicklistChecks } from './picklist-checks.js';
import { findFieldRuleChecks } from './field-rule-checks.js';
import { findLookupChecks } from './lookup-checks.js';
import { findRecordTypeChecks } from './record-type-checks.js';
import { findRuleChecks } from './rule-checks.js';

/** What is written. */
export interface Writing {
  readonly table: Table;
  /** The fields that some row brings a value for. */
  readonly fields: readonly FieldModel[];
  readonly isNew: boolean;
}

const FINDERS: readonly ((writing: Writing) => readonly Check[])[] = [
  findRuleChecks,
  findFieldRuleChecks,
  findPicklistChecks,
  findRecordTypeChecks,
  findLookupChecks,
];

/** Everything that the records to be written have to be asked, beyond the form of each value. */
export function findChecks(writing: Writing): readonly Check[] {
  return FINDERS.flatMap((find) => find(writing));
}
