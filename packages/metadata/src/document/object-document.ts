import type { FieldProperty } from '@guanxi/field-types';
import type { SharingKeyword } from './sharing-documents.js';
import type { Translations } from './documents.js';

/** A JSON Schema of the object's records, plus one keyword of ours for the object and one per property. */
export interface ObjectDocument {
  readonly kind: 'object';
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, FieldProperty>>;
  readonly required?: readonly string[];
  readonly guanxi: {
    readonly id: string;
    readonly plural?: string;
    readonly pluralTitle?: string;
    readonly nameField?: string;
    readonly icon?: string;
    readonly color?: string;
    readonly activity?: boolean;
    readonly titles?: Translations;
    readonly pluralTitles?: Translations;
    readonly descriptions?: Translations;
    readonly recordTypes?: readonly RecordTypeKeyword[];
    readonly rules?: readonly RuleKeyword[];
    readonly duplicates?: readonly DuplicateRuleKeyword[];
    /** The fields that head a record page and stand in a preview. */
    readonly compact?: readonly string[];
    /** Its records stand for people, who are known by these fields: name, e-mail address, phone, number. */
    readonly person?: readonly string[];
    /** Its records are what people agreed to: the newest of an address, purpose and channel says whether we may write. */
    readonly consent?: ConsentKeyword;
    /** Without it records are private. */
    readonly sharing?: SharingKeyword;
  };
}

/** The fields of a ledger of consent. `state` and `channel` are picklists that know 'given', 'withdrawn' and 'email'. */
export interface ConsentKeyword {
  readonly address: string;
  readonly purpose: string;
  readonly channel: string;
  readonly state: string;
  readonly at: string;
}

export interface RecordTypeKeyword {
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly active?: boolean;
  /** New records are of this one where nobody says otherwise; without any, of the first. */
  readonly default?: boolean;
  /** The values that picklists offer records of this type; a picklist that is not named offers all. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** A validation rule: a formula that is true of records that must not be saved. */
export interface RuleKeyword {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly when: string;
  readonly message: string;
  readonly messages?: Translations;
  /** Where the message is shown; beside the record without it. */
  readonly field?: string;
  readonly active?: boolean;
}

export interface DuplicateRuleKeyword {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly match: readonly { readonly field: string; readonly how: 'exact' | 'fuzzy'; readonly threshold?: number }[];
  readonly onSave: 'block' | 'warn' | 'allow';
  readonly active?: boolean;
}
