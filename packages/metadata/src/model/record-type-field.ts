import { fieldType } from '@guanxi/field-types';
import type { FieldModel, RecordTypeModel } from './model.js';
import { systemField } from './system-fields.js';

/** The field that objects with record types get: which of them a record is of. */
export function recordTypeField(recordTypes: readonly RecordTypeModel[]): FieldModel {
  const values = recordTypes.map(({ name, label, titles, active }) => ({ value: name, label, labels: titles, ...(active ? {} : { active: false }) }));
  const settings = { values };
  const field = systemField('recordType', 'picklist', 'Record type', { column: 'record_type', required: true, writable: true });
  const initial = recordTypes.find(({ isDefault }) => isDefault)?.name;
  const { keywords } = fieldType('picklist').writeSettings(settings);
  return {
    ...field,
    settings,
    value: { type: 'picklist', settings },
    ...(initial === undefined ? {} : { default: initial }),
    property: { ...field.property, ...keywords, guanxi: { ...field.property.guanxi, values } },
  };
}
