import type { Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

/** The files of the records that were copied, with their versions. What is people's own, or was removed, stays behind. */
export async function copyAttachments(tx: OrgTransaction, source: Org, model: Model): Promise<void> {
  const { schema } = tx.org;
  for (const object of model.objects) {
    if (object.platform) continue;
    await tx.run(sql`insert into ${orgTable(schema, 'attachment')} (id, object, record_id, owner_id, name, version, created_at, changed_at)
      select a.id, a.object, a.record_id, a.owner_id, a.name, a.version, a.created_at, a.changed_at from ${orgTable(source.schema, 'attachment')} a
      where a.object = ${object.id} and a.deleted_at is null and exists (select from ${recordTable(schema, object)} r where r.id = a.record_id)`);
  }
  await tx.run(sql`insert into ${orgTable(schema, 'attachmentVersion')} (attachment_id, number, file_id, note, uploaded_by, at)
    select v.attachment_id, v.number, v.file_id, v.note, v.uploaded_by, v.at from ${orgTable(source.schema, 'attachmentVersion')} v join ${orgTable(schema, 'attachment')} a on a.id = v.attachment_id`);
}
