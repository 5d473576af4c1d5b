import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { WritePlace } from '../write-place.js';

/** Records of a junction that would join the same two twice once the records on one side are one: all but the oldest, the winner's own first. */
export async function findDoubled(platform: WritePlace, { object, field }: { readonly object: ObjectModel; readonly field: FieldModel }, into: string, from: readonly string[]): Promise<readonly string[]> {
  const doubled = new Set<string>();
  for (const far of otherSides(platform.model, object, field)) {
    const near = sql.id(field.column);
    const ranked = sql`select id, row_number() over (partition by ${sql.id(far.column)} order by ${near} = ${into}::uuid desc, created_at, id) as place
      from ${recordTable(platform.actor.org.schema, object)}
      where ${near} = any(${[into, ...from]}::uuid[]) and ${sql.id(far.column)} is not null and deleted_at is null`;
    const found = await platform.session.run<{ id: string }>(sql`select id from (${ranked}) r where place > 1 order by id`);
    for (const { id } of found) doubled.add(id);
  }
  return [...doubled];
}

/** Where the object stands between two others, the lookups to the other side of this one. */
function otherSides({ objects }: Model, object: ObjectModel, field: FieldModel): readonly FieldModel[] {
  const names = new Set(objects.flatMap(({ relations }) => relations.flatMap(({ through }) => (through?.object === object.name && through.near === field.name ? [through.far] : []))));
  return object.fields.filter(({ name }) => names.has(name));
}
