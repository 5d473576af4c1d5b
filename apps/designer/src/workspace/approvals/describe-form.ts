import type { FieldSettings, FieldTypeName } from '@guanxi/field-types';
import { translate, type FieldDescription, type ObjectDescription, type WorkflowInput } from '@guanxi/metadata';
import type { FormToFill } from './people-queries.js';

const kinds: Readonly<Record<WorkflowInput['type'], { readonly type: FieldTypeName; readonly settings: FieldSettings }>> = {
  text: { type: 'longText', settings: { maxLength: 32_000 } },
  // Without settings as many places as somebody types, shown as two at least.
  number: { type: 'decimal', settings: {} },
  boolean: { type: 'boolean', settings: {} },
  date: { type: 'date', settings: {} },
  datetime: { type: 'dateTime', settings: {} },
};

/** The questions of a form as the fields of an object, which is what forms are drawn from. */
export function describeForm({ title, inputs }: Pick<FormToFill, 'title' | 'inputs'>, language: string): ObjectDescription {
  const fields = inputs.map((input) => describeQuestion(input, language));
  return {
    name: 'Form', singular: 'form', plural: 'forms', label: title, pluralLabel: title, icon: 'file', color: 'gray', nameField: '', activity: false, platform: false,
    canCreate: true, canEdit: true, canDelete: false, fields, relations: [], views: [],
    layout: { kind: 'layout', name: 'form', object: 'Form', sections: [{ columns: 1, cells: inputs.map(({ name, type }) => ({ field: name, ...(type === 'text' && { wide: true }) })) }], guanxi: { id: 'form' } },
  };
}

function describeQuestion({ name, title, titles, type, required = false }: WorkflowInput, language: string): FieldDescription {
  const kind = kinds[type];
  return {
    name, label: title === undefined ? name : translate(title, titles, language), ...kind, value: kind, storage: 'column', required: required && type !== 'boolean',
    unique: false, externalId: false, system: false, writable: true, sortable: false, operators: [],
  };
}
