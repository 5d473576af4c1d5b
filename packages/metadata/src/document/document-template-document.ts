import type { Translations } from './documents.js';

/**
 * A letter or quote that is made of a record as PDF. Its texts hold tokens, `{{ formula }}`, over the record and over
 * `$Sender` and `$Org`, and light marks as in Markdown.
 */
export interface DocumentTemplateDocument {
  readonly kind: 'document-template';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly object: string;
  /** With tokens, and without an ending. Without one, the title and what the record is called. */
  readonly fileName?: string;
  readonly page?: { readonly size?: 'A4' | 'letter'; readonly orientation?: 'portrait' | 'landscape' };
  /** At the head of the first page: a PNG or JPEG as a data URL. */
  readonly logo?: string;
  /** On every page. The number of the page stands in the footer by itself. */
  readonly header?: DocumentText;
  readonly footer?: DocumentText;
  readonly blocks: readonly DocumentBlock[];
  readonly guanxi: { readonly id: string };
}

export interface DocumentText {
  readonly body: string;
  readonly bodies?: Translations;
}

export type DocumentBlock = DocumentTextBlock | DocumentTable | { readonly kind: 'pageBreak' };

export interface DocumentTextBlock extends DocumentText {
  readonly kind: 'text';
}

/** The records of a related list, one below the other. */
export interface DocumentTable {
  readonly kind: 'table';
  readonly relation: string;
  /** A formula over the related record. */
  readonly where?: string;
  /** A formula over the related record, whose values the rows are ordered by; without one, as they were created. */
  readonly orderBy?: string;
  readonly columns: readonly DocumentColumn[];
}

export interface DocumentColumn {
  readonly title: string;
  readonly titles?: Translations;
  /** A formula over the related record. */
  readonly value: string;
  /** What it takes of the width beside the others; numbers are as wide as they have to be. */
  readonly width?: number;
  /** Whether the sum stands below: of numbers. */
  readonly total?: boolean;
}
