import type { MetadataDocument, ObjectDocument, Translations } from '@guanxi/metadata';
import type { Problem } from '../../api/index.js';

export type DocumentState = 'PUBLISHED' | 'CREATED' | 'CHANGED' | 'REMOVED';

export interface StatedDocument<Kind extends MetadataDocument = MetadataDocument> {
  readonly kind: string;
  readonly name: string;
  readonly document: Kind;
  readonly state: DocumentState;
}

/** A document with a title of its own in several languages: any but an object's, which has its under a keyword. */
export type TitledDocument = Exclude<MetadataDocument, ObjectDocument>;
export type TitledOf<Kind extends TitledDocument['kind']> = Extract<TitledDocument, { readonly kind: Kind }> & { readonly title: string; readonly titles?: Translations };

export type Risk = 'ONLINE' | 'REWRITING' | 'NARROWING' | 'DESTROYING';

export interface PlanChange {
  readonly id: string;
  readonly kind: string;
  readonly risk: Risk;
  readonly sentence: string;
  readonly object: string | null;
  readonly field: string | null;
  readonly rows: number | null;
  readonly examples: readonly { readonly id: string; readonly name: string }[] | null;
  readonly blocking: boolean;
  readonly sql: readonly string[];
}

export interface Plan {
  readonly baseRevision: number;
  readonly changes: readonly PlanChange[];
  readonly problems: readonly Problem[];
}

export interface Usage {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** JSON pointer that begins with the document: `/view:Customer.all/columns/2`. */
  readonly path: string;
  /** In which part of the platform it is: formulas, rules, automation … */
  readonly area?: string;
}

export interface FieldStatistic {
  readonly field: string;
  /** Documents that name it. */
  readonly usedBy: number;
  /** Records that have a value, of `total`. */
  readonly filled: number | null;
  readonly total: number | null;
  readonly lastUsedAt: string | null;
  /** Requests of the last 90 days that named it. */
  readonly apiUses: number | null;
}

export interface Revision { readonly number: number; readonly at: string; readonly by: { readonly id: string; readonly name: string } | null; readonly note: string | null; readonly changes: readonly PlanChange[] }

/** An object document as the page writes it: the server gives ids to what is new. */
export type ObjectDraft = Omit<ObjectDocument, 'guanxi' | 'properties'> & {
  readonly properties: Readonly<Record<string, PropertyDraft>>;
  readonly guanxi: Omit<ObjectDocument['guanxi'], 'id'> & { readonly id?: string };
};

export interface PropertyDraft {
  readonly title?: string;
  readonly guanxi: { readonly id?: string; readonly type: string; readonly [setting: string]: unknown };
  readonly [keyword: string]: unknown;
}
