import type { AppDocument, MetadataDocument } from '../document/documents.js';

/** What a bundle's first key says, so that a file is known for what it is. */
export const BUNDLE_FORMAT = 'guanxi-app/1';

/** An app as one file: its own document and everything it carries. Plain JSON. */
export interface AppBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly app: AppDocument;
  /** In the order of kinds and names; the app's own document is not among them. */
  readonly documents: readonly MetadataDocument[];
}

export interface DocumentName {
  readonly kind: string;
  readonly name: string;
}
