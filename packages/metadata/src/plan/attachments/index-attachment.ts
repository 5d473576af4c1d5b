import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { subjectOf } from '../change.js';
import type { Place } from '../planned-change.js';
import type { Sql } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { indexForm } from './forms.js';

export interface IndexParts {
  readonly name: string;
  /** What tells it apart from other indexes of the object or field, without names. */
  readonly key: string;
  /** What stands after the name of the table. */
  readonly definition: Sql;
  readonly unique?: boolean;
  /** An upgrade has made it for some tables that would not have it otherwise. */
  readonly mayBeThere?: boolean;
  readonly field?: FieldModel;
  readonly subjects?: readonly string[];
}

export function indexAttachment(object: ObjectModel, { name, key, definition, unique = false, mayBeThere = false, field, subjects = [] }: IndexParts): Attachment {
  const own = field && subjectOf.field(object, field);
  const kind = unique ? sql`unique index` : sql`index`;
  const wanted = mayBeThere ? sql`if not exists ` : sql``;
  const on = (place: Place) => sql`${sql.id(name)} on ${sql.id(place.schema, object.table)} ${definition}`;
  return {
    key: `${own ?? object.id} index ${key}`,
    name,
    table: object.table,
    ...(own === undefined ? {} : { field: own }),
    subjects: [subjectOf.object(object), ...(own === undefined ? [] : [own]), ...subjects],
    form: indexForm,
    create: (place) => [sql`create ${kind} ${wanted}${on(place)}`],
    online: (place) => ({ now: [], work: { kind: 'index', object: object.id, name, statement: sql`create ${kind} concurrently ${wanted}${on(place)}` } }),
  };
}
