import type { FieldProperty, FieldSettings, FieldTypeName, JsonValue } from '@guanxi/field-types';
import type { AppDocument, LayoutDocument, ObjectDocument, PermissionDocument, ViewDocument, WorkflowDocument } from '../document/documents.js';

/** An org as its documents describe it: frozen, indexed, and the one thing that other rooms read. */
export interface Model {
  /** Objects of the org in alphabetical order, then the platform's own (`User`). */
  readonly objects: readonly ObjectModel[];
  readonly objectByName: ReadonlyMap<string, ObjectModel>;
  readonly objectById: ReadonlyMap<string, ObjectModel>;
  readonly workflows: readonly WorkflowDocument[];
  readonly layouts: readonly LayoutDocument[];
  readonly views: readonly ViewDocument[];
  readonly permissions: readonly PermissionDocument[];
  readonly apps: readonly AppDocument[];
}

export interface ObjectModel {
  /** Stable through renames. */
  readonly id: string;
  /** PascalCase: `Customer`, the GraphQL type. */
  readonly name: string;
  /** camelCase: `customer`, the GraphQL field of one record. */
  readonly singular: string;
  /** camelCase: `customers`, the GraphQL field of the list. */
  readonly plural: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description?: string;
  readonly icon: string;
  readonly color: string;
  /** Table name inside the org's schema. */
  readonly table: string;
  /** The text or auto-number field that people know a record by. */
  readonly nameField: string;
  /** Comments, notifications and a timeline on the record page. */
  readonly activity: boolean;
  /** The platform's own objects (`User`) are read-only and have no document. */
  readonly platform: boolean;
  /** System fields first (id, owner, createdAt …), then the document's own in its order. */
  readonly fields: readonly FieldModel[];
  readonly fieldByName: ReadonlyMap<string, FieldModel>;
  readonly fieldById: ReadonlyMap<string, FieldModel>;
  /** To-many sides: one for each lookup of another object that points here and names its inverse. */
  readonly relations: readonly RelationModel[];
  readonly relationByName: ReadonlyMap<string, RelationModel>;
  /** Absent for the platform's own objects. */
  readonly document?: ObjectDocument;
}

export interface FieldModel {
  readonly id: string;
  /** camelCase: the GraphQL field and the key in JSON. For a reference, `customer`; its id is `customerId`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  readonly column: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  /** Set by the platform: id, owner, createdAt, createdBy, updatedAt, updatedBy, version. Only `owner` can be written. */
  readonly system: boolean;
  readonly writable: boolean;
  /** The value that the server gives to a new record made without one. */
  readonly default?: JsonValue;
  /** Name of the object that a value points to. */
  readonly target?: string;
  /** Name of the to-many side of a reference on its target: `orders`. */
  readonly inverse?: string;
  readonly property: FieldProperty;
}

export interface RelationModel {
  /** camelCase name of the to-many field: `orders`. */
  readonly name: string;
  readonly label: string;
  /** The object whose records are listed, and its lookup field that points here. */
  readonly object: string;
  readonly field: string;
}
