import { fieldType } from '@guanxi/field-types';
import { fieldHelp, fieldLabel, translate, type FieldDescription, type FieldModel } from '@guanxi/metadata';
import type { ObjectAccess } from '@guanxi/query';

export function describeField(field: FieldModel, rights: ObjectAccess, locale: string): FieldDescription {
  const kind = fieldType(field.value.type);
  const help = fieldHelp(field, locale);
  const valueLabels = readValueLabels(field, locale);
  return {
    name: field.name,
    label: fieldLabel(field, locale),
    ...(help !== undefined && { help }),
    type: field.type,
    settings: field.settings,
    value: field.value,
    storage: field.storage,
    required: field.required,
    unique: field.unique,
    externalId: field.externalId,
    system: field.system,
    writable: rights.editableFields.has(field.name),
    sortable: kind.sortable,
    operators: kind.operators,
    ...(field.default !== undefined && { default: field.default }),
    ...(field.target !== undefined && { target: field.target }),
    ...(valueLabels && { valueLabels }),
  };
}

interface LabelledValue {
  readonly value: string;
  readonly label?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Of every kind of field that has a list of values in its settings. */
function readValueLabels({ settings }: FieldModel, locale: string): Readonly<Record<string, string>> | undefined {
  const values = settings['values'];
  if (!Array.isArray(values)) return undefined;
  return Object.fromEntries((values as readonly LabelledValue[]).map(({ value, label, labels }) => [value, translate(label ?? value, labels, locale)]));
}
