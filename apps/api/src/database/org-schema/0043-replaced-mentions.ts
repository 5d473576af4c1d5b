import { sql, type RawBuilder } from 'kysely';

/**
 * Where names of people were taken out of texts that are not theirs, so that it is done again where a backup from before is
 * restored. The names themselves are not kept: by then they stand in the person's record again.
 */
export function replacedMentions(schema: string): RawBuilder<unknown>[] {
  return [
    // `place`: an object's id, or `comment`, `notification` or `file`. `field`: a field's id; '' where the place has but one text.
    sql`create table ${sql.id(schema, '_replaced_mention')} (
      request_id uuid not null,
      place text not null,
      id uuid not null,
      field text not null,
      replacement text not null,
      actor_id uuid not null,
      primary key (request_id, place, id, field)
    )`,
  ];
}
