import type { FieldSettings, FieldStorage, FieldTypeName, JsonValue } from '@guanxi/field-types';
import type { ValueKind } from './model.js';
import type { LayoutDocument, ViewDocument } from '../document/documents.js';

/** What the page needs to know to draw lists and forms for one person: only what that person may see, in that person's language. */
export interface WorkspaceDescription {
  readonly revision: number;
  readonly apps: readonly { readonly name: string; readonly title: string; readonly navigation: readonly string[] }[];
  readonly objects: readonly ObjectDescription[];
}

export interface ObjectDescription {
  readonly name: string;
  readonly singular: string;
  readonly plural: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description?: string;
  readonly icon: string;
  readonly color: string;
  readonly nameField: string;
  readonly activity: boolean;
  readonly platform: boolean;
  readonly canCreate: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  /** Only records that this person owns can be changed. */
  readonly editsOwnOnly?: boolean;
  /** Only records that this person owns can be deleted. */
  readonly deletesOwnOnly?: boolean;
  readonly fields: readonly FieldDescription[];
  readonly relations: readonly { readonly name: string; readonly label: string; readonly object: string; readonly field: string }[];
  /** Always present: the org's layout, or a generated one; cells of fields this person cannot read are gone. */
  readonly layout: LayoutDocument;
  readonly views: readonly ViewDocument[];
}

export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  /** The kind its values behave as (see `FieldModel.value`): the widget is chosen by it. */
  readonly value: ValueKind;
  readonly storage: FieldStorage;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly system: boolean;
  /** This person may write it. */
  readonly writable: boolean;
  readonly sortable: boolean;
  /** Filter words the API takes for this field. */
  readonly operators: readonly string[];
  /** What a new record starts with. */
  readonly default?: JsonValue;
  readonly target?: string;
  readonly valueLabels?: Readonly<Record<string, string>>;
}
