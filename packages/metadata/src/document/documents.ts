import type { FieldProperty } from '@guanxi/field-types';

/** Every document of an org says its kind and its name; kind and name together are unique. */
export type MetadataDocument = ObjectDocument | WorkflowDocument | LayoutDocument | ViewDocument | PermissionDocument | AppDocument;
export type DocumentKind = MetadataDocument['kind'];

/** Labels in other languages, by BCP 47 tag: `{ "zh-TW": "客戶" }`. */
export type Translations = Readonly<Record<string, string>>;

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
  };
}

/** Automation: see `@guanxi/workflow`, which owns its meaning; here it is only a checked document. */
export interface WorkflowDocument {
  readonly kind: 'workflow';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly object: string;
  readonly trigger: WorkflowTrigger;
  /** A formula over the record; the workflow runs where it is true. */
  readonly when?: string;
  readonly steps: readonly WorkflowStep[];
  readonly guanxi: { readonly id: string };
}

export type WorkflowTrigger =
  | { readonly created: Record<string, never> }
  | { readonly updated: { readonly fields?: readonly string[] } }
  | { readonly elapsed: { readonly since: ElapsedAnchor; readonly after: string } };

/** The moment that time is counted from: a field of the record, or the greatest value over related records. */
export type ElapsedAnchor = { readonly field: string } | { readonly max: { readonly relation: string; readonly field: string } };

/** One step: the action's name and its input, which the action's own JSON Schema describes. */
export interface WorkflowStep {
  readonly id: string;
  readonly action: string;
  readonly title?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a record page shows and in which order. Objects without one get a generated layout. */
export interface LayoutDocument {
  readonly kind: 'layout';
  readonly name: string;
  readonly object: string;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists?: readonly { readonly relation: string; readonly columns: readonly string[] }[];
  readonly guanxi: { readonly id: string };
}

export interface LayoutSection {
  readonly title?: string;
  readonly titles?: Translations;
  readonly columns: 1 | 2;
  readonly cells: readonly LayoutCell[];
  readonly visibleWhen?: string;
}

export interface LayoutCell {
  readonly field: string;
  readonly visibleWhen?: string;
  readonly requiredWhen?: string;
  readonly readOnlyWhen?: string;
  readonly wide?: boolean;
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

/** A permission set. What is not granted is not there. */
export interface PermissionDocument {
  readonly kind: 'permissions';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly objects: Readonly<Record<string, ObjectPermission>>;
  readonly guanxi: { readonly id: string };
}

export interface ObjectPermission {
  readonly read?: 'all' | 'own';
  readonly create?: boolean;
  readonly edit?: 'all' | 'own';
  readonly delete?: 'all' | 'own';
  /** Field exceptions; a field that is not named follows the object. */
  readonly fields?: Readonly<Record<string, { readonly read?: boolean; readonly edit?: boolean }>>;
}

export interface AppDocument {
  readonly kind: 'app';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly version: string;
  /** Objects in the navigation, in order. */
  readonly navigation: readonly string[];
  readonly guanxi: { readonly id: string };
}
