import type { DocumentKind } from '../document/documents.js';

/** Under which heading people look for it. */
export type UsageArea =
  | 'objects' | 'relations' | 'formulas' | 'rollUps' | 'rules' | 'conditions' | 'defaults' | 'picklists' | 'recordTypes' | 'duplicates'
  | 'layouts' | 'views' | 'automation' | 'templates' | 'actions' | 'access' | 'retention' | 'apps' | 'translations';

/** One place that would break, or change its meaning, without what is asked about. */
export interface Usage {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly title: string;
  /** JSON pointer that begins with the document: `/view:Customer.all/columns/2`. */
  readonly path: string;
  readonly area: UsageArea;
}

/** Parts of a JSON pointer inside one document. */
export type Spot = readonly (string | number)[];
