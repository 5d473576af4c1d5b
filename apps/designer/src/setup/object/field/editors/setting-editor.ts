import type { FieldSettings, JsonValue } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import type { ComponentType } from 'react';

export interface SettingEditorProps {
  readonly label: string;
  readonly help?: string;
  readonly value: JsonValue | undefined;
  /** `undefined` takes the setting away. */
  readonly onChange: (value: JsonValue | undefined) => void;
  readonly settings: FieldSettings;
  readonly error?: string | undefined;
  /** The object the field belongs to. */
  readonly object: ObjectDocument;
  readonly fieldName: string;
}

export type SettingEditor = ComponentType<SettingEditorProps>;
