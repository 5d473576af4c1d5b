import { sql, type RawBuilder } from 'kysely';
import { displayText } from '../compile/column-types.js';
import { allOf, Compilation, readableField, visible, within, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { fieldExpression } from '../compile/field-expression.js';
import { orgTable } from '../org-tables.js';
import { ME, Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/**
 * Which files are listed. The run's variables: `ids` or `recordId` where asked for, `search` (text or null), and `after`
 * (`place` of the last one seen, as a list, or null).
 */
export interface AttachmentsRequest {
  /** Names of the objects whose records' files are among them. */
  readonly objects: readonly string[];
  /** Whether the person's own files are among them. */
  readonly own: boolean;
  readonly by: 'all' | 'record' | 'ids';
  /** Removed ones are shown to those who may bring them back. */
  readonly state: 'kept' | 'removed' | 'any';
  readonly order: AttachmentOrder;
  readonly limit: number;
}

/** A file as this person sees it, in its current version. */
export interface AttachmentRow {
  readonly id: string;
  /** Name of the object; null for one's own. */
  readonly object: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly name: string;
  readonly version: number;
  readonly versions: number;
  readonly fileId: string;
  readonly contentType: string;
  readonly size: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly changedAt: Date;
  /** Who uploaded the current version. */
  readonly changedBy: string;
  readonly removedAt: Date | null;
  readonly canChange: boolean;
  /** Where the list goes on after it: what it is ordered by, and its id. */
  readonly place: readonly [string, string];
}

interface Order {
  readonly by: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly descending: boolean;
}

/** What files are ordered by. */
export const attachmentOrders = {
  changed: { by: sql`a.changed_at`, type: sql`timestamptz`, descending: true },
  name: { by: sql`lower(a.name)`, type: sql`text`, descending: false },
  size: { by: sql`f.size`, type: sql`bigint`, descending: true },
} satisfies Readonly<Record<string, Order>>;

export type AttachmentOrder = keyof typeof attachmentOrders;

const variable = (name: string) => new Slot(({ variables }) => variables[name] ?? null);
const IDS = variable('ids');
const RECORD = variable('recordId');
const SEARCH = variable('search');
const AFTER = new Slot(({ variables }) => (variables['after'] == null ? null : JSON.stringify(variables['after'])));

/**
 * Files that this person may see, as `AttachmentRow`s: those of records they may read, and their own. Whoever may change
 * the record may change its files. The one place that decides it.
 */
export function compileAttachments(request: AttachmentsRequest, ground: Ground): Statement | undefined {
  const compilation = new Compilation(ground, inner);
  const branches = [
    ...request.objects.filter((name) => mayRead(name, ground)).map((name) => compileOfRecords(name, request, compilation)),
    // Less than a person's rights does not include what is theirs alone.
    ...(request.own && ground.access.limited !== true ? [compileOwn(request, compilation)] : []),
  ];
  if (branches.length === 0) return undefined;
  const { descending } = attachmentOrders[request.order];
  return compileStatement(sql`select * from (${sql.join(branches, sql` union all `)}) listed order by sort ${direction(descending)}, id ${direction(descending)} limit ${sql.lit(request.limit)}`);
}

/** Rows `{ id, canChange }` of the records `variables.ids` that this person may read. */
export function compileChangeable(objectName: string, ground: Ground): Statement | undefined {
  if (!mayRead(objectName, ground)) return undefined;
  const table = new Compilation(ground, inner).table(objectName);
  const id = sql.id(table.alias, 'id');
  return compileStatement(sql`select ${id} as id, (${allOf(within(table, 'edit'))}) as "canChange" from ${table.from} where ${allOf([sql<boolean>`${id} = any(${IDS}::uuid[])`, ...visible(table)])}`);
}

function mayRead(name: string, { model, access }: Ground): boolean {
  return model.objectByName.get(name)?.platform === false && (access.objects.get(name)?.read ?? 'none') !== 'none';
}

function compileOfRecords(name: string, request: AttachmentsRequest, compilation: Compilation): RawBuilder<unknown> {
  const table = compilation.table(name);
  const { nameField } = table.object;
  const called = table.access.readableFields.has(nameField) ? displayText(readableField(table, nameField), fieldExpression(table, readableField(table, nameField), compilation)) : sql`null`;
  const mayChange = allOf(within(table, 'edit'));
  return compileBranch(request, compilation.ground.schema, {
    object: sql`${sql.lit(name)}::text`,
    recordName: sql`(${called})::text`,
    mayChange,
    join: sql`join ${table.from} on ${sql.id(table.alias, 'id')} = a.record_id`,
    predicates: [
      sql<boolean>`a.object = ${table.object.id}::text`,
      ...(request.by === 'record' ? [sql<boolean>`a.record_id = ${RECORD}::uuid`] : []),
      ...visible(table),
    ],
  });
}

function compileOwn(request: AttachmentsRequest, { ground }: Compilation): RawBuilder<unknown> {
  return compileBranch(request, ground.schema, {
    object: sql`null::text`, recordName: sql`null::text`, mayChange: sql<boolean>`true`, join: sql``,
    predicates: [sql<boolean>`a.record_id is null and a.owner_id = ${ME}`],
  });
}

interface Branch {
  readonly object: RawBuilder<unknown>;
  readonly recordName: RawBuilder<unknown>;
  readonly mayChange: RawBuilder<boolean>;
  readonly join: RawBuilder<unknown>;
  readonly predicates: readonly RawBuilder<boolean>[];
}

function compileBranch({ by, state, order, limit }: AttachmentsRequest, schema: string, { object, recordName, mayChange, join, predicates }: Branch): RawBuilder<unknown> {
  const { by: sort, type, descending } = attachmentOrders[order];
  const versions = orgTable(schema, 'attachmentVersion');
  const beyond = sql<boolean>`(${AFTER}::jsonb is null or (${sort}, a.id) ${descending ? sql`<` : sql`>`} ((${AFTER}::jsonb ->> 0)::${type}, (${AFTER}::jsonb ->> 1)::uuid))`;
  const wanted = [
    ...predicates,
    ...(by === 'ids' ? [sql<boolean>`a.id = any(${IDS}::uuid[])`] : [sql<boolean>`(${SEARCH}::text is null or position(guanxi.fold_text(${SEARCH}::text) in guanxi.fold_text(a.name)) > 0)`, beyond]),
    ...(state === 'kept' ? [sql<boolean>`a.deleted_at is null`] : []),
    ...(state === 'removed' ? [sql<boolean>`a.deleted_at is not null`, mayChange] : []),
  ];
  return sql`(select a.id, ${object} as object, a.record_id as "recordId", ${recordName} as "recordName", a.name, a.version,
      (select count(*)::integer from ${versions} c where c.attachment_id = a.id) as versions, f.id as "fileId", f.content_type as "contentType", f.size,
      a.created_at as "createdAt", a.owner_id as "createdBy", a.changed_at as "changedAt", v.uploaded_by as "changedBy", a.deleted_at as "removedAt",
      (${mayChange}) as "canChange", jsonb_build_array((${sort})::text, a.id) as place, ${sort} as sort
    from ${orgTable(schema, 'attachment')} a ${join}
    join ${versions} v on v.attachment_id = a.id and v.number = a.version join ${orgTable(schema, 'file')} f on f.id = v.file_id
    where ${allOf(wanted)} order by ${sort} ${direction(descending)}, a.id ${direction(descending)} limit ${sql.lit(limit)})`;
}

function direction(descending: boolean): RawBuilder<unknown> {
  return descending ? sql`desc` : sql`asc`;
}
