import pg from 'pg';
import { TODO } from './documents.mjs';

/** Parameters: the ticket's id, the new record's id, the moment. */
export function makeStatement(schema, user) {
  const name = pg.escapeIdentifier(schema);
  const [kind, by] = [pg.escapeLiteral(TODO), pg.escapeLiteral(user)];
  return `with made as (
      insert into ${name}.todo (id, owner_id, created_at, created_by, updated_at, updated_by, version, subject, city, ticket_id)
      select $2::uuid, owner_id, $3, ${by}, $3, ${by}, 1, 'Answer ' || name, city, id from ${name}.ticket where id = $1::uuid
      returning id, subject, city, ticket_id, owner_id
    ), told as (
      insert into ${name}._history (object, record_id, kind, changes, actor_id, source, operation_id, at)
      select ${kind}, id, 'created', jsonb_build_object('subject', jsonb_build_array(null, subject), 'city', jsonb_build_array(null, city),
        'ticket', jsonb_build_array(null, ticket_id), 'owner', jsonb_build_array(null, owner_id)), ${by}, 'bare', $1::uuid, $3 from made
      returning id
    )
    insert into ${name}._event (history_id) select id from told`;
}
