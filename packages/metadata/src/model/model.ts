import type { FieldProperty, FieldSettings, FieldStorage, FieldTypeName, JsonValue } from '@guanxi/field-types';
import type { TypedFormula } from '@guanxi/formula';
import type {
  ActionDocument, AppDocument, BusinessCalendarDocument, DocumentTemplateDocument, LayoutDocument, MessageTemplateDocument, MetadataDocument, ObjectDocument, PermissionDocument, PermissionGroupDocument, PicklistDocument, QueueDocument, RetentionRuleDocument, RoleDocument, SharingRuleDocument, TeamDocument, Translations, ViewDocument, WorkflowDocument,
} from '../document/documents.js';

/** An org as its documents describe it: frozen, indexed, and the one thing that other rooms read. */
export interface Model {
  /** Everything the model was made of. */
  readonly documents: readonly MetadataDocument[];
  /** Objects of the org in alphabetical order, then the platform's own: `File` where a field points to it, and `User`. */
  readonly objects: readonly ObjectModel[];
  readonly objectByName: ReadonlyMap<string, ObjectModel>;
  readonly objectById: ReadonlyMap<string, ObjectModel>;
  readonly picklists: readonly PicklistDocument[];
  readonly workflows: readonly WorkflowDocument[];
  readonly actions: readonly ActionDocument[];
  readonly layouts: readonly LayoutDocument[];
  readonly views: readonly ViewDocument[];
  readonly messageTemplates: readonly MessageTemplateDocument[];
  readonly documentTemplates: readonly DocumentTemplateDocument[];
  readonly businessCalendars: readonly BusinessCalendarDocument[];
  readonly queues: readonly QueueDocument[];
  readonly permissions: readonly PermissionDocument[];
  readonly permissionGroups: readonly PermissionGroupDocument[];
  readonly roles: readonly RoleDocument[];
  readonly teams: readonly TeamDocument[];
  readonly sharingRules: readonly SharingRuleDocument[];
  readonly retentionRules: readonly RetentionRuleDocument[];
  readonly apps: readonly AppDocument[];
}

export interface ObjectModel {
  /** Stable through renames. */
  readonly id: string;
  /** PascalCase: `Customer`, the GraphQL type. */
  readonly name: string;
  /** camelCase: `customer`, the GraphQL field of one record. */
  readonly singular: string;
  /** camelCase: `customers`, the GraphQL field of the list. */
  readonly plural: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description?: string;
  readonly icon: string;
  readonly color: string;
  /** Table name inside the org's schema. */
  readonly table: string;
  /** The text, person name or auto-number field that people know a record by. */
  readonly nameField: string;
  /** Comments, notifications and a timeline on the record page. */
  readonly activity: boolean;
  /** The platform's own objects (`User`) are read-only and have no document. */
  readonly platform: boolean;
  /** System fields first (id, owner, createdAt …), then the document's own in its order. */
  readonly fields: readonly FieldModel[];
  readonly fieldByName: ReadonlyMap<string, FieldModel>;
  readonly fieldById: ReadonlyMap<string, FieldModel>;
  /** To-many sides: one for each lookup that points here and names its inverse, and both sides of junctions. */
  readonly relations: readonly RelationModel[];
  readonly relationByName: ReadonlyMap<string, RelationModel>;
  readonly rules: readonly RuleModel[];
  /** Where there are any, each record has one, in its field `recordType`. */
  readonly recordTypes: readonly RecordTypeModel[];
  readonly duplicateRules: readonly DuplicateRuleModel[];
  /** The fields that head a record page and stand in a preview, as the document names them; the name is not among them. */
  readonly compact: readonly string[];
  /** Absent for the platform's own objects. */
  readonly document?: ObjectDocument;
}

export interface FieldModel {
  readonly id: string;
  /** camelCase: the GraphQL field and the key in JSON. For a reference, `customer`; its id is `customerId`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  /**
   * The kind its values behave as: of a formula the kind of its result, of a roll-up the kind of what it adds up, else the
   * field's own. Whoever asks for scalar, operators, order or widget asks this one.
   */
  readonly value: ValueKind;
  readonly storage: FieldStorage;
  /** Empty for a field without a column. */
  readonly column: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  /** Set by the platform: id, owner, createdAt, createdBy, updatedAt, updatedBy, version. Only `owner` can be written. */
  readonly system: boolean;
  readonly writable: boolean;
  /** The value that the server gives to a new record made without one. */
  readonly default?: JsonValue;
  /** Name of the object that a value points to. */
  readonly target?: string;
  /** Name of the to-many side of a reference on its target: `orders`. */
  readonly inverse?: string;
  /** What a formula field computes. */
  readonly formula?: TypedFormula;
  readonly rollUp?: RollUpModel;
  /** Of a polymorphic lookup: the lookups of the same object that it stands for, one per target. */
  readonly members?: readonly string[];
  /** Of such a lookup: the polymorphic one. It is read and filtered like any other, and written through that one. */
  readonly memberOf?: string;
  /** Of the computed amount in the org's currency that stands beside an amount in another one. */
  readonly conversion?: ConversionModel;
  /** Of a junction: the object in between, its lookup to this object and its lookup to the listed records. */
  readonly through?: ThroughModel;
  readonly rules: FieldRules;
  /** Of a lookup: which records may be pointed to, a formula over them; `$Source` is the record that points. */
  readonly lookupFilter?: TypedFormula;
  /** Of a picklist: which values another picklist of the object leaves to choose from. A value of it that is not listed leaves none. */
  readonly dependsOn?: { readonly field: string; readonly values: Readonly<Record<string, readonly string[]>> };
  /** Of a new record, where `default` is not a fixed value. Names `$User`, `$Org` and fields of the record that were given. */
  readonly defaultFormula?: TypedFormula;
  /** Kept ready for filters and orders by an index of its own. */
  readonly indexed: boolean;
  /** Says something of a person: masked in copies for testing, blanked when the person is erased. */
  readonly personal: boolean;
  /** Whoever reads it is written down. Encrypted fields are, unless their document says otherwise. */
  readonly sensitive: boolean;
  readonly property: FieldProperty;
}

export interface ValueKind {
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
}

/** Conditions over the record; the server enforces the last two whatever the page shows. */
export interface FieldRules {
  readonly visibleWhen?: TypedFormula;
  readonly requiredWhen?: TypedFormula;
  readonly readOnlyWhen?: TypedFormula;
}

/** What an amount is converted by: its fixed currency or the picklist that names it, and the date of the rate (today without one). */
export interface ConversionModel {
  readonly field: string;
  readonly currency?: string;
  readonly codeFrom?: string;
  readonly rateOn?: string;
}

export interface ThroughModel {
  readonly object: string;
  readonly near: string;
  readonly far: string;
}

export type RollUpOperation = 'count' | 'sum' | 'min' | 'max' | 'avg' | 'first' | 'last';

/** What a roll-up summary says of the records that point to its record. */
export interface RollUpModel {
  /** The object that is summed up, and its lookup that points here. */
  readonly object: string;
  readonly field: string;
  readonly relation: string;
  readonly operation: RollUpOperation;
  /** Over the other object; absent for count. */
  readonly value?: TypedFormula;
  readonly filter?: TypedFormula;
  /** Of first and last: the field of the other object that orders them. */
  readonly orderBy?: string;
}

/** A condition that no saved record may fulfil. */
export interface RuleModel {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly when: TypedFormula;
  readonly message: string;
  readonly messages: Translations;
  /** The field that the message is shown at. */
  readonly field?: string;
  readonly active: boolean;
}

export interface RecordTypeModel {
  readonly name: string;
  readonly label: string;
  readonly titles: Translations;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** The values that a picklist offers records of this type; a field that is not named offers all. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface DuplicateRuleModel {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly titles: Translations;
  readonly active: boolean;
  /** All of them have to match. */
  readonly match: readonly { readonly field: string; readonly how: 'exact' | 'fuzzy'; /** 0 to 1, of fuzzy. */ readonly threshold: number }[];
  /** What a save does that would make a duplicate. */
  readonly onSave: 'block' | 'warn' | 'allow';
}

export interface RelationModel {
  /** Of a many-to-many side: the object in between, its lookup to this side and its lookup to the listed records. */
  readonly through?: ThroughModel;
  /** camelCase name of the to-many field: `orders`. */
  readonly name: string;
  readonly label: string;
  /** The object whose records are listed, and its lookup field that points here; `id` where it goes through another object. */
  readonly object: string;
  readonly field: string;
}
