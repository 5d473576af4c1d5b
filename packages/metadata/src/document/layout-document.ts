import type { Translations } from './documents.js';

/** What a record page shows and in which order. Objects without one get a generated layout. */
export interface LayoutDocument {
  readonly kind: 'layout';
  readonly name: string;
  readonly object: string;
  /** Whose records it is for; all where it is missing. Of several that fit the one that says most wins, then the first by name. */
  readonly recordTypes?: readonly string[];
  /** Who sees it: people with one of these permission sets. */
  readonly permissionSets?: readonly string[];
  /** The fields that head the page; the object's `compact` where it is missing. */
  readonly header?: readonly string[];
  /** The choice that the page draws as a path of stages; null draws none. Where it is missing, the first choice that is named for a stage. */
  readonly path?: string | null;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists?: readonly { readonly relation: string; readonly columns: readonly string[] }[];
  /** Buttons of the page, by the names of action documents; all actions of the object where it is missing. */
  readonly actions?: readonly string[];
  readonly guanxi: { readonly id: string };
}

export interface LayoutSection {
  readonly title?: string;
  readonly titles?: Translations;
  /** Sections of one tab stand together behind its title; those without one stand before all tabs. */
  readonly tab?: string;
  readonly tabs?: Translations;
  readonly columns: 1 | 2 | 3 | 4;
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
