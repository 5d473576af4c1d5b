import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { findIdentifiers, findPersonRecords } from './person-records.js';
import { identifyingFields } from './personal-fields.js';
import { replaceMentions, type ChosenMention } from './replace-mentions.js';

/** Writes down where the names of the person of a request were taken out: objects and fields by their ids, which stay when they are renamed. */
export async function keepReplaced(tx: OrgTransaction, model: Model, mentions: readonly ChosenMention[], { requestId, actorId, text }: { readonly requestId: string; readonly actorId: string; readonly text: string }): Promise<void> {
  const rows = mentions.map(({ place, id, field }) => {
    const object = model.objectByName.get(place);
    return { place: object?.id ?? place, id, field: object?.fieldByName.get(field ?? '')?.id ?? '' };
  });
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'replacedMention')} (request_id, place, id, field, replacement, actor_id)
    select ${requestId}::uuid, r.place, r.id, r.field, ${text}, ${actorId}::uuid from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place text, id uuid, field text) on conflict do nothing`);
}

interface Replaced {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly actorId: string;
  readonly mentions: readonly { readonly place: string; readonly id: string; readonly field: string }[];
}

/** Takes the names out again that came back with a backup, as long as the records of those people tell how they are called. */
export async function replaceAgain(tx: OrgTransaction, model: Model, at: Date): Promise<number> {
  const { schema } = tx.org;
  const rows = await tx.run<Replaced>(sql`
    select q.object, q.record_id as "recordId", m.replacement as text, m.actor_id as "actorId", jsonb_agg(jsonb_build_object('place', m.place, 'id', m.id, 'field', m.field)) as mentions
    from ${orgTable(schema, 'replacedMention')} m join ${orgTable(schema, 'privacyRequest')} q on q.id = m.request_id group by q.id, m.replacement, m.actor_id`);
  let count = 0;
  for (const { object: id, recordId, text, actorId, mentions } of rows) {
    const object = model.objectById.get(id);
    if (!object) continue;
    const place = { session: tx, schema, model };
    const identifiers = await findIdentifiers(place, await findPersonRecords(place, object, recordId), identifyingFields(object));
    if (identifiers.length > 0) count += await replaceMentions(tx, mentions.map((mention) => byName(model, mention)), { model, identifiers, text, actorId, at });
  }
  return count;
}

function byName(model: Model, { place, id, field }: Replaced['mentions'][number]): ChosenMention {
  const object = model.objectById.get(place);
  return { place: object?.name ?? place, id, field: object?.fieldById.get(field)?.name ?? null };
}
