import { fieldType } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../model/model.js';
import { valueName } from '../naming/index.js';

/** Members of the object's entry: fields that are summed up, that have a least and a greatest value, that records are grouped by, and those of them with a day. As the API takes them. */
export function measureTypes({ fields }: ObjectModel): readonly string[] {
  const single = fields.filter(({ storage }) => storage !== 'members' && storage !== 'through');
  const numbers = single.filter((field) => !field.system && ['numeric', 'bigint'].includes(columnOf(field)));
  const ordered = single.filter((field) => !['jsonb', 'boolean', 'uuid'].includes(columnOf(field)) && fieldType(field.value.type).sortable);
  const grouped = single.filter((field) => columnOf(field) !== 'jsonb' && fieldType(field.value.type).encrypted !== true && field.name !== 'id' && field.name !== 'version');
  const dated = grouped.filter((field) => ['date', 'timestamptz'].includes(columnOf(field)));
  return [`numbers: ${union(numbers)}`, `ordered: ${union(ordered)}`, `grouped: ${union(grouped)}`, `dated: ${union(dated)}`];
}

function columnOf({ value }: FieldModel): string {
  return fieldType(value.type).column(value.settings).name;
}

function union(fields: readonly FieldModel[]): string {
  return fields.length === 0 ? 'never' : fields.map((field) => `'${valueName(field)}'`).join(' | ');
}
