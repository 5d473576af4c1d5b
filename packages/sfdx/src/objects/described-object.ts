import type { SourceItem, SourceObject } from '../project/source-project.js';

/** A field as its file and, of a standard field, the platform it came from describe it. */
export interface DescribedField extends SourceItem {
  /** Salesforce's type: `Text`, `Lookup`, `MasterDetail` … */
  readonly type: string;
  /** API names of the objects that it points to. */
  readonly targets: readonly string[];
  /** How formulas of the object go along it: `Broker__r`, `Account`. */
  readonly relationship?: string;
  /** It came with every org and is not described in the project. */
  readonly standard: boolean;
}

export interface DescribedObject extends Omit<SourceObject, 'fields'> {
  readonly label: string;
  readonly pluralLabel: string;
  readonly kind: 'custom' | 'standard' | 'metadata' | 'setting';
  readonly fields: readonly DescribedField[];
}
