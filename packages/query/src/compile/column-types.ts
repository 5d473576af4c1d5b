import { fieldType, operandTypeSql } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import type { RawBuilder } from 'kysely';

/** What a value of a field is cast to; without a scale, so that comparing never rounds it. */
export function columnType({ value }: FieldModel): RawBuilder<unknown> {
  return operandTypeSql('value', fieldType(value.type).column(value.settings));
}

/** The value of a field as the API carries it. */
export function toJson({ value }: FieldModel, expression: RawBuilder<unknown>): RawBuilder<unknown> {
  return fieldType(value.type).toJson(expression);
}

/** The value as people read it, for names and their search and order. */
export function displayText({ value }: FieldModel, expression: RawBuilder<unknown>): RawBuilder<unknown> {
  return fieldType(value.type).text?.(expression) ?? expression;
}
