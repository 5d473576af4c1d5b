import type { DocumentKind } from '../document/documents.js';
import type { FieldModel, Model, ObjectModel } from '../model/model.js';

/** One place that would break, or change its meaning, without the field. */
export interface Usage {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly title: string;
  /** JSON pointer that begins with the document: `/view:Customer.all/columns/2`. */
  readonly path: string;
}

/** The field that is asked about. */
export interface SoughtField {
  readonly model: Model;
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

/** Parts of a JSON pointer inside one document. */
export type Spot = readonly (string | number)[];
