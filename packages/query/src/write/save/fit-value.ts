import { fieldType, type FieldTypeName } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import { fitToColumn, type FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { columnType } from '../../compile/column-types.js';

/** The answer of a formula as a field takes it, and whether it does. */
export interface FittedValue {
  readonly value: RawBuilder<unknown>;
  /** True for a blank as well. */
  readonly fits: RawBuilder<boolean>;
}

/** The kind of field whose values are what a formula of a type answers. */
const kinds: Readonly<Record<FormulaType, FieldTypeName>> = {
  text: 'text', picklist: 'text', number: 'decimal', boolean: 'boolean', date: 'date', datetime: 'dateTime', time: 'time', reference: 'lookup', multipicklist: 'multiPicklist', location: 'geolocation',
};

/** Whether a formula of this type can say what a field gets: the database has to be able to judge whether it fits. */
export function canFit(field: FieldModel, type: FormulaType): boolean {
  const kind = fieldType(field.type);
  if (kind.encrypted || field.storage !== 'column') return false;
  return type === 'reference' ? field.target !== undefined : kinds[type] === kind.name || kind.castFrom[kinds[type]] !== undefined;
}

/** `answer` is named several times: it has to be a column. */
export function fitValue(field: FieldModel, answer: RawBuilder<unknown>, type: FormulaType): FittedValue {
  const kind = fieldType(field.type);
  const cast = kind.castFrom[kinds[type]];
  const blank = field.required ? sql<boolean>`false` : sql<boolean>`true`;
  const fitsOr = (fits: RawBuilder<boolean>) => sql<boolean>`case when ${answer} is null then ${blank} else ${fits} end`;
  if (type === 'number') {
    // A formula's number is rounded to what the field keeps, as that of a formula field is.
    const value = fitToColumn(field, answer);
    return { value, fits: fitsOr(sql<boolean>`(${value}) is not null`) };
  }
  if (!cast || type === 'reference') return { value: sql`${answer}::${columnType(field)}`, fits: fitsOr(sql<boolean>`true`) };
  // The formula answers the field's own type: no day becomes an instant here, so the time zone is never asked.
  const context = { from: {}, to: field.settings, timeZone: 'UTC' };
  const value = cast.convert(answer, context);
  return { value, fits: fitsOr(sql<boolean>`coalesce(${cast.fits?.(answer, context) ?? sql`true`}, false)`) };
}
