import { translate, type PicklistSettings, type PicklistValue } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from './model.js';

/** Where the org keeps who agreed to what. */
export interface ConsentLedger {
  readonly object: ObjectModel;
  readonly address: FieldModel;
  readonly purpose: FieldModel;
  readonly channel: FieldModel;
  readonly state: FieldModel;
  readonly at: FieldModel;
  /** The purposes in use, in the order of the picklist. */
  readonly purposes: readonly string[];
}

/** Undefined where no object is one. */
export function findConsentLedger(model: Model): ConsentLedger | undefined {
  for (const object of model.objectByName.values()) {
    const names = object.document?.guanxi.consent;
    if (!names) continue;
    const [address, purpose, channel, state, at] = [names.address, names.purpose, names.channel, names.state, names.at].map((name) => object.fieldByName.get(name));
    if (address && purpose && channel && state && at) return { object, address, purpose, channel, state, at, purposes: listedValues(purpose) };
  }
  return undefined;
}

/** The active values of a picklist, also one whose values stand in a document of their own; none for other fields. */
export function listedValues(field: FieldModel): readonly string[] {
  return valuesOf(field).filter(({ active }) => active !== false).map(({ value }) => value);
}

/** What people call a purpose, in a language by its BCP 47 tag; the value itself where the ledger does not list it any more. */
export function purposeLabel({ purpose: field }: ConsentLedger, purpose: string, language: string): string {
  const listed = valuesOf(field).find(({ value }) => value === purpose);
  return listed ? translate(listed.label, listed.labels, language) : purpose;
}

function valuesOf({ settings }: FieldModel): readonly PicklistValue[] {
  return (settings as Partial<PicklistSettings>).values ?? [];
}
