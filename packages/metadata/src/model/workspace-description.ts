import type { FieldSettings, FieldStorage, FieldTypeName, JsonValue } from '@guanxi/field-types';
import type { ActionEffect, LayoutDocument, NavigationEntry, ViewDocument } from '../document/documents.js';
import type { ThroughModel, ValueKind } from './model.js';

/** What the page needs to know to draw lists and forms for one person: only what that person may see, in that person's language. */
export interface WorkspaceDescription {
  readonly revision: number;
  readonly apps: readonly AppDescription[];
  readonly objects: readonly ObjectDescription[];
}

export interface AppDescription {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly icon?: string;
  readonly color?: string;
  /** Objects, groups of them and links; what this person may not see is not among them. */
  readonly navigation: readonly NavigationEntry[];
}

export interface ObjectDescription {
  readonly name: string;
  readonly singular: string;
  readonly plural: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description?: string;
  readonly icon: string;
  readonly color: string;
  readonly nameField: string;
  readonly activity: boolean;
  readonly platform: boolean;
  readonly canCreate: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  /** Records can be brought in out of files. */
  readonly canImport?: boolean;
  /** Records can be taken out as files. */
  readonly canExport?: boolean;
  /** Only records that this person owns can be changed. */
  readonly editsOwnOnly?: boolean;
  /** Only records that this person owns can be deleted. */
  readonly deletesOwnOnly?: boolean;
  readonly fields: readonly FieldDescription[];
  readonly relations: readonly RelationDescription[];
  /** Absent where the object has none. */
  readonly recordTypes?: readonly RecordTypeDescription[];
  /** What heads a record page and stands in a preview, besides the name. */
  readonly compact?: readonly string[];
  /** Buttons of its pages, by name. */
  readonly actions?: readonly ActionDescription[];
  /** Rules that say which records are the same, as far as this person may read what they compare; absent where there are none. */
  readonly duplicateRules?: readonly DuplicateRuleDescription[];
  /** Rules that are on and read nothing that this person may not. */
  readonly rules?: readonly RuleDescription[];
  /** Always present: the org's layout, or a generated one; cells of fields this person cannot read are gone. */
  readonly layout: LayoutDocument;
  /** Where records of some types have another layout than `layout`: it, by record type. */
  readonly layouts?: Readonly<Record<string, LayoutDocument>>;
  readonly views: readonly ViewDocument[];
}

export interface DuplicateRuleDescription {
  readonly name: string;
  readonly label: string;
  /** What it compares. */
  readonly fields: readonly string[];
  /** What it does when such a record is saved. */
  readonly onSave: 'block' | 'warn' | 'allow';
}

export interface RelationDescription {
  readonly name: string;
  readonly label: string;
  readonly object: string;
  readonly field: string;
  readonly through?: ThroughModel;
}

export interface RecordTypeDescription {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly isDefault: boolean;
  /** This person may give it to a record. */
  readonly offered: boolean;
  /** The values that picklists offer records of this type; a field that is not named offers all. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface ActionDescription {
  readonly name: string;
  readonly title: string;
  readonly icon?: string;
  readonly visibleWhen?: string;
  readonly confirm?: string;
  readonly do: ActionEffect;
}

export interface RuleDescription {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly message: string;
  readonly field?: string;
}

export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  /** The kind its values behave as (see `FieldModel.value`): the widget is chosen by it. */
  readonly value: ValueKind;
  readonly storage: FieldStorage;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly system: boolean;
  /** This person may write it. */
  readonly writable: boolean;
  readonly sortable: boolean;
  /** Filter words the API takes for this field. */
  readonly operators: readonly string[];
  /** What a new record starts with. */
  readonly default?: JsonValue;
  readonly target?: string;
  readonly valueLabels?: Readonly<Record<string, string>>;
  /** Formulas, as far as this person may read all that they read. */
  readonly visibleWhen?: string;
  readonly requiredWhen?: string;
  readonly readOnlyWhen?: string;
  readonly defaultFormula?: string;
  /** What a formula field computes. */
  readonly formula?: string;
  /** Over the target; `$Source` is the record that points. */
  readonly lookupFilter?: string;
  /** Of a picklist: which values another one leaves to choose from. */
  readonly dependsOn?: { readonly field: string; readonly values: Readonly<Record<string, readonly string[]>> };
  /** The pieces of a value that has several: what the API is asked for. */
  readonly parts?: readonly string[];
  /** Of a polymorphic lookup: the lookups it stands for. */
  readonly members?: readonly string[];
  /** Of such a lookup: the polymorphic one. */
  readonly memberOf?: string;
  /** Of a junction: what lies between. */
  readonly through?: ThroughModel;
  /** Of a converted amount: the amount that it is of. */
  readonly convertedFrom?: string;
}
