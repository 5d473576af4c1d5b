import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, Model, ObjectModel, RollUpModel, RollUpOperation } from '../model/model.js';
import { rollUpCountColumn, rollUpIndexName, rollUpSumColumn } from '../naming/index.js';
import { contribution, fitToColumn, lookUpColumn } from './contribution.js';
import { exactColumn } from './own-row.js';
import { writeOutParameters } from './literal-sql.js';

type Sql = RawBuilder<unknown>;

interface Place {
  readonly schema: string;
  readonly timeZone?: string;
}

/**
 * The statements that work a maintained roll-up out for every record, without parameters. The columns must be there.
 * The first one keeps writers of the summed records waiting until the transaction ends: whoever has waited then runs on
 * the new revision, so that no change falls between this sum and the first one that is carried over.
 */
export function rollUpBackfill(model: Model, object: ObjectModel, field: FieldModel, place: Place): readonly Sql[] {
  const { rollUp, child, reference } = partsOf(model, object, field);
  const lock = sql`lock table ${sql.id(place.schema, child.table)} in share row exclusive mode`;
  const columns = recompute(child, rollUp, field, reference, place);
  const targets = columns.map(([name]) => sql.id(name));
  const differs = sql`(${sql.join(targets.map((name) => sql`p.${name}`))}) is distinct from (${sql.join(targets.map((name) => sql`x.${name}`))})`;
  const worked = sql`select o.id, ${sql.join(columns.map(([name, value]) => sql`${value} as ${sql.id(name)}`))}
    from ${sql.id(place.schema, object.table)} o left join ${sql.id(place.schema, child.table)} c on c.${sql.id(reference.column)} = o.id group by o.id`;
  const update = sql`update ${sql.id(place.schema, object.table)} p set ${sql.join(targets.map((name) => sql`${name} = x.${name}`))} from (${worked}) x where x.id = p.id and ${differs}`;
  return [lock, writeOutParameters(update)];
}

/** The index of the summed object that a roll-up looks its value up by when the present one goes away; undefined where none is needed or none can be. `definition` stands after the name of the table. */
export function rollUpIndex(model: Model, object: ObjectModel, field: FieldModel): { readonly name: string; readonly columns: readonly string[]; readonly definition: Sql } | undefined {
  const { rollUp, child, reference } = partsOf(model, object, field);
  const looked = LOOKED_UP[rollUp.operation]?.(child, field);
  if (looked === undefined) return undefined;
  const columns = [reference.column, looked];
  const name = rollUpIndexName(child.table, columns);
  const keys = sql.join([...columns, 'id'].map((column) => sql.id(column)));
  return { name, columns, definition: sql`(${keys}) where deleted_at is null` };
}

const byPlace = (child: ObjectModel, { rollUp }: FieldModel): string | undefined => {
  const place = child.fieldByName.get(rollUp?.orderBy ?? 'createdAt');
  return place && exactColumn(place);
};

const LOOKED_UP: Partial<Record<RollUpOperation, (child: ObjectModel, field: FieldModel) => string | undefined>> = {
  min: lookUpColumn,
  max: lookUpColumn,
  first: byPlace,
  last: byPlace,
};

function partsOf(model: Model, object: ObjectModel, field: FieldModel) {
  const { rollUp } = field;
  const child = model.objectByName.get(rollUp?.object ?? '');
  const reference = child?.fieldByName.get(rollUp?.field ?? '');
  if (!rollUp || !child || !reference) throw new Error(`${object.name}.${field.name} is no roll-up of this model.`);
  return { rollUp, child, reference };
}

/** Every column of the roll-up as an aggregate over its children `c`, of one record `o`. */
function recompute(child: ObjectModel, rollUp: RollUpModel, field: FieldModel, reference: FieldModel, place: Place): readonly [string, Sql][] {
  const moment = { now: sql`null::timestamptz`, timeZone: sql`${sql.lit(place.timeZone ?? 'UTC')}::text` };
  const { counts, value } = contribution(child, rollUp, 'c', moment);
  const among = sql`c.id is not null and ${counts}`;
  const sum = sql`coalesce(sum((${value})::numeric) filter (where ${among}), 0)`;
  const count = sql`count(${value}) filter (where ${among})`;
  const main: Record<RollUpOperation, () => readonly [string, Sql][]> = {
    count: () => [[field.column, sql`count(*) filter (where ${among})`]],
    sum: () => [[field.column, fitToColumn(field, sum)], [rollUpSumColumn(field.column), sum]],
    avg: () => [
      [field.column, fitToColumn(field, sql`${sum} / nullif(${count}, 0)`)],
      [rollUpSumColumn(field.column), sum],
      [rollUpCountColumn(field.column), count],
    ],
    min: () => [[field.column, sql`min(${fitToColumn(field, value)}) filter (where ${among})`]],
    max: () => [[field.column, sql`max(${fitToColumn(field, value)}) filter (where ${among})`]],
    first: () => [[field.column, chosen(sql`order by n_place, n.id`)]],
    last: () => [[field.column, chosen(sql`order by n_place desc, n.id desc`)]],
  };
  return main[rollUp.operation]();

  function chosen(direction: Sql): Sql {
    const one = contribution(child, rollUp, 'n', moment);
    const from = sql`select n.id, ${fitToColumn(field, one.value)} as n_value, ${one.place} as n_place from ${sql.id(place.schema, child.table)} n
      where n.${sql.id(reference.column)} = o.id and ${one.counts}`;
    return sql`(select n_value from (${from}) n where n_place is not null ${direction} limit 1)`;
  }
}
