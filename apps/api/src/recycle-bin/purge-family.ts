import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';

/** Which records of the bin: named ones, or all that were deleted before a moment. */
export type PurgeWish = { readonly ids: readonly string[] } | { readonly before: Date };

/** Records of one object that go together with the wanted ones, as a query for their ids. */
export interface FamilyPart {
  readonly object: ObjectModel;
  readonly ids: RawBuilder<unknown>;
}

/** The wanted records first, then the details below them, masters before details. What was merged into another record is not in the bin. */
export function familyOf(model: Model, schema: string, object: ObjectModel, wanted: RawBuilder<unknown>): readonly FamilyPart[] {
  const parts: FamilyPart[] = [{ object, ids: wanted }];
  for (const part of parts) {
    for (const { object: detail, field } of fieldsTo(model, part.object)) {
      if (field.type === 'masterDetail') parts.push({ object: detail, ids: sql`select id from ${recordTable(schema, detail)} where ${sql.id(field.column)} in (${part.ids})` });
    }
  }
  return parts;
}

export function wantedIds(schema: string, object: ObjectModel, wish: PurgeWish): RawBuilder<unknown> {
  const which = 'ids' in wish ? sql`r.id = any(${[...wish.ids]}::uuid[])` : sql`r.deleted_at < ${wish.before}::timestamptz`;
  return sql`select r.id from ${recordTable(schema, object)} r where r.deleted_at is not null and ${which} and not exists (select from ${orgTable(schema, 'merged')} m where m.record_id = r.id)`;
}

/**
 * Ids of the wanted records that stay. Others need them: records outside of the families point to one of a family by a field that
 * cannot be blanked (the other kind of reference is blanked by the database). Or one of the family, or its master, is on legal hold.
 */
export function keptIds(model: Model, schema: string, object: ObjectModel, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  const parts = familyOf(model, schema, object, wanted);
  const going = (target: ObjectModel) => parts.filter((part) => part.object.id === target.id).map(({ ids }) => ids);
  // From a detail back to the wanted record that it belongs to.
  const family = familyOf(model, schema, object, sql`select w.id`);
  const needed = parts.flatMap((part, index) =>
    fieldsThatNeed(model, part.object).map(({ object: other, field }) => {
      const inside = going(other).map((ids) => sql`and o.id not in (${ids})`);
      return sql`select from ${recordTable(schema, other)} o where o.${sql.id(field.column)} in (${family[index]?.ids ?? sql`null`}) ${sql.join(inside, sql` `)}`;
    }));
  const masters = object.fields.filter(({ type, storage }) => type === 'masterDetail' && storage === 'column').map(({ column }) => sql`select ${sql.id(column)} from ${recordTable(schema, object)} where id = w.id`);
  const held = [...family.map(({ ids }) => ids), ...masters].map((ids) => sql`select from ${orgTable(schema, 'hold')} h where h.lifted_at is null and h.record_id in (${ids})`);
  return sql.join([...needed, ...held].map((reason) => sql`select w.id from (${wanted}) w where exists (${reason})`), sql` union `);
}

/** References that keep a record of the object from going for good; what belongs to it as a part goes with it. */
export function fieldsThatNeed(model: Model, object: ObjectModel): readonly { readonly object: ObjectModel; readonly field: FieldModel }[] {
  return fieldsTo(model, object).filter(({ field }) => field.type !== 'masterDetail' && !clears(field));
}

function fieldsTo({ objects }: Model, target: ObjectModel): readonly { readonly object: ObjectModel; readonly field: FieldModel }[] {
  return objects.filter(({ platform }) => !platform).flatMap((object) => object.fields.filter((field) => field.storage === 'column' && field.target === target.name).map((field) => ({ object, field })));
}

/** As the foreign key is made. */
function clears({ settings, required, system }: FieldModel): boolean {
  return settings['onDelete'] === 'clear' && !required && !system;
}
