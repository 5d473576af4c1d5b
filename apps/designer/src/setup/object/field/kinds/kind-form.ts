import type { FieldSettings } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import type { ComponentType } from 'react';
import type { FieldDraft } from '../field-draft.js';

export interface KindFormProps {
  readonly field: FieldDraft;
  readonly settings: FieldSettings;
  readonly onChange: (settings: FieldSettings) => void;
  /** Sentences by name of the setting. */
  readonly errors: Readonly<Record<string, string | undefined>>;
  /** The object the field belongs to, as the draft has it. */
  readonly object: ObjectDocument;
  /** The API name that the field has or will have. */
  readonly fieldName: string;
  readonly isNew: boolean;
  /** Documents that have to be saved together with the object: the one between two sides of a many-to-many relation. */
  readonly onAlso?: (documents: readonly unknown[]) => void;
}

/** Everything that can be set on a field of a kind. */
export type KindForm = ComponentType<KindFormProps>;
