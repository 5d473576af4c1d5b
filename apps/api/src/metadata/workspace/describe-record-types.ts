import { translate, type ObjectModel, type RecordTypeDescription } from '@guanxi/metadata';
import { present } from './present.js';
import type { Viewer } from './may-read.js';

/** The record types of an object; those that are switched off stay, for the records that have them. */
export function describeRecordTypes(object: ObjectModel, viewer: Viewer): readonly RecordTypeDescription[] {
  const { locale } = viewer;
  const rights = viewer.access.objects.get(object.name);
  return object.recordTypes.map(({ name, label, titles, active, isDefault, values }) => ({
    name,
    label: translate(label, titles, locale),
    ...present({ description: object.document?.guanxi.recordTypes?.find((one) => one.name === name)?.description }),
    isDefault,
    offered: active && (rights?.recordTypes?.has(name) ?? true),
    values: Object.fromEntries(Object.entries(values).filter(([field]) => rights?.readableFields.has(field) ?? false)),
  }));
}
