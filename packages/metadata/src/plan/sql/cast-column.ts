import { fieldType, type Cast, type CastContext } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { Model, ObjectModel } from '../../model/model.js';
import type { FieldPair, ModelPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { tableSql, typeSql, type Sql } from './table-sql.js';

export function castContext({ from, to }: FieldPair, place: Place): CastContext {
  return { from: from.settings, to: to.settings, timeZone: place.timeZone ?? 'UTC' };
}

/** A target that was only renamed is the same one to casts, which know it by its name. */
export function withSameTarget({ from, to }: FieldPair, models: ModelPair): FieldPair {
  const target = targetOf(models.to, to.target);
  if (!target || targetOf(models.from, from.target)?.id !== target.id) return { from, to };
  return { from: { ...from, settings: { ...from.settings, target: target.name } }, to };
}

export function targetOf(model: Model, name: string | undefined): ObjectModel | undefined {
  return name === undefined ? undefined : model.objectByName.get(name);
}

/** The condition on rows whose value would be lost; undefined where none can be. */
export function misfits(cast: Cast, column: Sql, context: CastContext): Sql | undefined {
  const fits = cast.fits?.(column, context);
  return fits && sql`${column} is not null and not (${fits})`;
}

/** Values are converted in the same moment as the column. */
export function changeType(object: ObjectModel, fields: FieldPair, place: Place): Sql {
  const column = sql.id(fields.to.column);
  const cast = fieldType(fields.to.type).castFrom[fields.from.type];
  const value = cast ? cast.convert(column, castContext(fields, place)) : column;
  return sql`alter table ${tableSql(object, place)} alter column ${column} type ${typeSql(fields.to)} using (${value})::${typeSql(fields.to)}`;
}
