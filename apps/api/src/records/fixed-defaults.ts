import { valueName, type ObjectModel, type RecordTypeModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { writeTraits } from './write-traits.js';

const TYPE = 'recordType';

/** Lays the fixed defaults of a new record into the values that it is given; the record type comes first, as it says what picklists offer. */
export function addFixedDefaults(given: Record<string, unknown>, object: ObjectModel, access: Access): void {
  if (object.recordTypes.length > 0 && given[TYPE] === undefined) {
    const type = firstType(object, access);
    if (type) given[TYPE] = type.name;
  }
  const offered = object.recordTypes.find(({ name }) => name === given[TYPE])?.values ?? {};
  for (const field of writeTraits(object).fixedDefaults) {
    const key = valueName(field);
    if (field.default === undefined || field.name === TYPE || given[key] !== undefined) continue;
    // A type that does not offer the value begins blank.
    const choices = offered[field.name];
    const values = Array.isArray(field.default) ? field.default : [field.default];
    if (!choices || values.every((value) => choices.includes(value as string))) given[key] = field.default;
  }
}

/** The type of records that are made without one: the default, or the first that this person may give. */
function firstType({ name, recordTypes }: ObjectModel, access: Access): RecordTypeModel | undefined {
  const allowed = access.objects.get(name)?.recordTypes;
  const offered = recordTypes.filter((type) => type.active && (allowed?.has(type.name) ?? true));
  return offered.find(({ isDefault }) => isDefault) ?? offered[0];
}
