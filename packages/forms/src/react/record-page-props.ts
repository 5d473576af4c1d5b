import type { JsonSchema } from '@guanxi/field-types';
import type { WidgetDisplay } from '@guanxi/field-types/widgets';
import type { FormulaReader } from '@guanxi/formula';
import type { FieldDescription, LayoutDocument, ObjectDescription, Problem, WorkspaceDescription } from '@guanxi/metadata';
import type { FormRecord, FormValues } from '../form-values.js';
import type { FormUser } from '../resolve/resolve-form.js';
import type { SchemaValidator } from '../validate/schema-validator.js';
import type { ReactNode } from 'react';
import type { FormTexts } from './form-texts.js';

/** What the form and the read view of a record both need. Objects given here should stay the same between renderings. */
export interface RecordPageProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  /** The object's own layout where it is missing. */
  readonly layout?: LayoutDocument;
  readonly record: FormRecord;
  readonly user: FormUser;
  /** Language, time zone and currency that values are shown in. */
  readonly display: Pick<WidgetDisplay, 'locale' | 'timeZone' | 'currency'>;
  /** ISO instant that formulas take for now. */
  readonly now: string;
  readonly texts: FormTexts;
  /** JSON Schema of the object's records, and what judges by it; without them only required fields are judged here. */
  readonly schema?: JsonSchema;
  readonly validator?: SchemaValidator;
  /** What the page offers for a field of a record beside its pencil, such as its history. */
  readonly fieldTools?: (field: FieldDescription) => ReactNode;
  /** Related values that layout rules read, as far as the page has them. */
  readonly readRelated?: FormulaReader;
}

/** Saving tells nothing when it went well, and everything that was wrong when it did not. `isNext`: another new record is wanted after this one. */
export type Save = (values: FormValues, isNext: boolean) => Promise<readonly Problem[] | undefined>;
