import { fieldType, operandTypeSql } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import type { RawBuilder } from 'kysely';

/** What a value of a field is cast to; without a scale, so that comparing never rounds it. */
export function columnType(field: FieldModel): RawBuilder<unknown> {
  return operandTypeSql('value', fieldType(field.type).column(field.settings));
}

/** The value of a field as the API carries it. */
export function toJson(field: FieldModel, expression: RawBuilder<unknown>): RawBuilder<unknown> {
  return fieldType(field.type).toJson(expression);
}
