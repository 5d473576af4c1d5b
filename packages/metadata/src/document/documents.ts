import type { BusinessCalendarDocument } from './business-calendar-document.js';
import type { DocumentTemplateDocument } from './document-template-document.js';
import type { LayoutDocument } from './layout-document.js';
import type { MessageTemplateDocument } from './message-template-document.js';
import type { ObjectDocument } from './object-document.js';
import type { PermissionDocument, PermissionGroupDocument } from './permission-documents.js';
import type { QueueDocument } from './queue-document.js';
import type { RetentionRuleDocument } from './retention-rule-document.js';
import type { RoleDocument, SharingRuleDocument, TeamDocument } from './sharing-documents.js';
import type { WorkflowDocument } from './workflow-document.js';

export { weekdays, type BusinessCalendarDocument, type Holiday, type OpenHours, type Weekday } from './business-calendar-document.js';
export type { DocumentBlock, DocumentColumn, DocumentTable, DocumentTemplateDocument, DocumentText, DocumentTextBlock } from './document-template-document.js';
export type { LayoutCell, LayoutDocument, LayoutSection } from './layout-document.js';
export type { MessageChannel, MessageTemplateDocument } from './message-template-document.js';
export type { GrantedScope, MutedObject, MutedPermissions, ObjectPermission, PermissionDocument, PermissionGroupDocument } from './permission-documents.js';
export type { QueueChoice, QueueDocument, TerritoryPart } from './queue-document.js';
export type { RetentionActivity, RetentionAge, RetentionDeed, RetentionRuleDocument } from './retention-rule-document.js';
export type { Grantee, RoleDocument, SharedAccess, SharedRecords, SharingKeyword, SharingRuleDocument, TeamDocument } from './sharing-documents.js';
export type { ConsentKeyword, DuplicateRuleKeyword, ObjectDocument, RecordTypeKeyword, RuleKeyword } from './object-document.js';
export type {
  BeforeSaveTrigger, BeforeTrigger, ButtonTrigger, ElapsedAnchor, ElapsedTrigger, EventTrigger, FieldValue, ScheduleTrigger, SegmentTrigger, UpdatedTrigger, WebhookTrigger,
  WorkflowDocument, WorkflowInput, StepRetry, WorkflowStep, WorkflowTrigger,
} from './workflow-document.js';
export type { WorkflowTest, WorkflowTestExpectation, WorkflowTestGiven, WorkflowTestValues } from './workflow-test.js';

/** Every document of an org says its kind and its name; kind and name together are unique. */
export type MetadataDocument =
  | ObjectDocument
  | PicklistDocument
  | WorkflowDocument
  | ActionDocument
  | LayoutDocument
  | ViewDocument
  | PermissionDocument
  | PermissionGroupDocument
  | RoleDocument
  | TeamDocument
  | SharingRuleDocument
  | RetentionRuleDocument
  | MessageTemplateDocument
  | DocumentTemplateDocument
  | BusinessCalendarDocument
  | QueueDocument
  | AppDocument;
export type DocumentKind = MetadataDocument['kind'];

/** Labels in other languages, by BCP 47 tag: `{ "zh-TW": "客戶" }`. */
export type Translations = Readonly<Record<string, string>>;

/** Values that picklists of several objects have in common: they name it as their `valueSet`. */
export interface PicklistDocument {
  readonly kind: 'picklist';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly values: readonly PicklistValueEntry[];
  readonly guanxi: { readonly id: string };
}

export interface PicklistValueEntry {
  readonly value: string;
  readonly label?: string;
  readonly labels?: Translations;
  readonly color?: string;
  /** A value that is not is kept by the records that have it, and offered no more. */
  readonly active?: boolean;
}

/** A button on record pages. */
export interface ActionDocument {
  readonly kind: 'action';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly object: string;
  readonly icon?: string;
  /** A formula over the record. */
  readonly visibleWhen?: string;
  /** Asked before it is done. */
  readonly confirm?: string;
  readonly confirms?: Translations;
  /** Who has it: people with one of these permission sets; everybody where it is missing. */
  readonly permissionSets?: readonly string[];
  readonly do: ActionEffect;
  readonly guanxi: { readonly id: string };
}

/** What a button does; values and addresses are formulas over the record of the page. */
export type ActionEffect =
  | { readonly create: { readonly object: string; readonly values?: Readonly<Record<string, string>> } }
  | { readonly update: { readonly values: Readonly<Record<string, string>> } }
  | { readonly convert: ConvertEffect }
  | { readonly openUrl: string };

/** Makes records of others out of the record of the page, all at once: a customer and a deal out of a lead. */
export interface ConvertEffect {
  readonly into: readonly ConvertTarget[];
  /** What the record itself is given. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface ConvertTarget {
  readonly object: string;
  /** What later entries call it in `refers`. */
  readonly as?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Lookups that are to point to what earlier entries made, by their `as`. */
  readonly refers?: Readonly<Record<string, string>>;
  /** A lookup of the record of the page that is to point to what is made. Where it points to a record already, that one is taken instead. */
  readonly link?: string;
}

export interface ViewDocument {
  readonly kind: 'view';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly object: string;
  readonly columns: readonly string[];
  /** The same shape as the API's `where`. `{ "owner": { "eq": "me" } }` means the person who looks. */
  readonly where?: Readonly<Record<string, unknown>>;
  readonly orderBy?: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  readonly guanxi: { readonly id: string };
}

export interface AppDocument {
  readonly kind: 'app';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly version: string;
  readonly description?: string;
  readonly descriptions?: Translations;
  readonly publisher?: string;
  readonly icon?: string;
  readonly color?: string;
  /** Apps that have to be there, with the range of their versions: `{ "sales": "^1.2.0" }`. */
  readonly dependencies?: Readonly<Record<string, string>>;
  /** Objects in the navigation, groups of them and links, in order. */
  readonly navigation: readonly NavigationEntry[];
  /** Who sees it: people with one of these permission sets; everybody where it is missing. */
  readonly permissionSets?: readonly string[];
  /** What an app that is made here carries along when it is exported. */
  readonly contents?: readonly { readonly kind: DocumentKind; readonly name: string }[];
  readonly guanxi: { readonly id: string };
}

export type NavigationEntry =
  | string
  | { readonly title: string; readonly titles?: Translations; readonly items: readonly string[] }
  | { readonly title: string; readonly titles?: Translations; readonly url: string };
