import { sql } from 'kysely';
import type { ObjectModel } from '../../model/model.js';
import { consentIndexName } from '../../naming/index.js';
import { subjectOf } from '../change.js';
import { hasColumn } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { indexAttachment } from './index-attachment.js';

/** Finds what an address has agreed to, as every mail with a purpose asks; records in the recycle bin too, where a withdrawal still holds. */
export function consentIndex(object: ObjectModel): readonly Attachment[] {
  const names = object.document?.guanxi.consent;
  const [address, purpose] = [names?.address, names?.purpose].map((name) => object.fieldByName.get(name ?? ''));
  if (!address || !purpose || address.system || !hasColumn(address) || !hasColumn(purpose)) return [];
  return [indexAttachment(object, {
    name: consentIndexName(object.table, address.column),
    key: `consent for ${purpose.id}`,
    field: address,
    subjects: [subjectOf.field(object, purpose)],
    definition: sql`((lower(btrim(${sql.id(address.column)}))), ${sql.id(purpose.column)})`,
  })];
}
