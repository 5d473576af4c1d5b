import type { ObjectDocument } from '@guanxi/metadata';
import type { PropertyDraft } from './document-types.js';

type Properties = Readonly<Record<string, PropertyDraft>>;
type ObjectLike = Pick<ObjectDocument, 'required'> & { readonly properties: Properties; readonly guanxi: { readonly nameField?: string } };

export interface FieldEdit {
  /** The name before the edit; absent for a new field. */
  readonly previousName?: string | undefined;
  readonly name: string;
  readonly property: PropertyDraft;
  readonly isRequired: boolean;
}

/** The object with one field added at the end, or changed where it stands. The name field follows a rename. */
export function putField<Document extends ObjectLike>(document: Document, { previousName, name, property, isRequired }: FieldEdit): Document {
  const entries = Object.entries(document.properties);
  const properties = previousName === undefined
    ? [...entries, [name, property] as const]
    : entries.map((entry) => (entry[0] === previousName ? [name, property] as const : entry));
  const others = (document.required ?? []).filter((one) => one !== previousName && one !== name);
  const { nameField } = document.guanxi;
  return withRequired({
    ...document,
    properties: Object.fromEntries(properties),
    guanxi: { ...document.guanxi, ...(nameField !== undefined && nameField === previousName && { nameField: name }) },
  }, isRequired ? [...others, name] : others);
}

export function removeField<Document extends ObjectLike>(document: Document, name: string): Document {
  const { [name]: _gone, ...properties } = document.properties;
  return withRequired({ ...document, properties }, (document.required ?? []).filter((one) => one !== name));
}

/** Moves a field to another place among the fields. */
export function moveField<Document extends ObjectLike>(document: Document, name: string, index: number): Document {
  const names = Object.keys(document.properties).filter((one) => one !== name);
  names.splice(index, 0, name);
  return { ...document, properties: Object.fromEntries(names.map((one) => [one, document.properties[one] as PropertyDraft])) };
}

/** The label of a field in one language; English is the one that stands in for all others. */
export function relabelField<Document extends ObjectLike>(document: Document, name: string, label: string, language: string): Document {
  const property = document.properties[name];
  if (!property) return document;
  const titles = { ...(property.guanxi['titles'] as Readonly<Record<string, string>> | undefined), [language]: label };
  const relabelled = language === 'en' || property.title === undefined ? { ...property, title: label } : { ...property, guanxi: { ...property.guanxi, titles } };
  return { ...document, properties: { ...document.properties, [name]: relabelled } };
}

/** `required` in the order of the fields; an empty list is left out. */
function withRequired<Document extends ObjectLike>(document: Document, names: readonly string[]): Document {
  const { required: _before, ...rest } = document;
  const required = Object.keys(document.properties).filter((one) => names.includes(one));
  return { ...rest, ...(required.length > 0 && { required }) } as Document;
}
