import { randomBytes } from 'node:crypto';
import { fieldType } from '@guanxi/field-types';
import { rollUpBackfill, rollUpsInOrder, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { copyAttachments } from './copy-attachments.js';
import { chooseSample } from './choose-sample.js';
import { checkReferencesLast } from './check-references-last.js';
import { maskValue } from './mask-value.js';

export interface CopyOrder {
  readonly source: Org;
  /** What both orgs look like. */
  readonly model: Model;
  readonly copies: 'none' | 'sample' | 'all';
  readonly masked: boolean;
  /** Told the number of rows copied so far. */
  readonly report: (rows: number) => Promise<void>;
}

type Belongs = (id: RawBuilder<unknown>) => RawBuilder<boolean>;

/** Fills the tables of a new sandbox from its source, in the transaction that is open on it. Deleted records stay behind. */
export async function copyRecords(tx: OrgTransaction, { source, model, copies, masked, report }: CopyOrder): Promise<void> {
  await copyPeople(tx, source, masked);
  await copyWhole(tx, source, '_currency_rate');
  if (copies === 'none') return;
  const everything: Belongs = () => sql<boolean>`true`;
  const belongs = copies === 'sample' ? await chooseSample(tx, source, model) : everything;
  const salt = randomBytes(16).toString('hex');
  let rows = 0;
  await checkReferencesLast(tx, async () => {
    // What people wrote and uploaded says too much of people for a masked copy.
    if (!masked) for (const name of ['_file', '_file_content']) await copyWhole(tx, source, name);
    for (const object of model.objects) {
      if (object.platform) continue;
      rows += await copyObject(tx, object, { source, belongs, mask: masked ? salt : undefined });
      await report(rows);
    }
  });
  if (copies === 'sample' || masked) await sumUpAnew(tx, model);
  if (!masked) await copyAttachments(tx, source, model);
  if (!masked && copies === 'all') for (const name of ['_comment', '_comment_reaction']) await copyWhole(tx, source, name);
}

export function userColumns(masked: boolean): RawBuilder<unknown> {
  return masked ? sql`id, name, 'user-' || substr(md5(id::text), 1, 12) || '@example.com', active, manager_id` : sql`id, name, email, active, manager_id`;
}

async function copyPeople(tx: OrgTransaction, source: Org, masked: boolean): Promise<void> {
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'user')} (id, name, email, active, manager_id) select ${userColumns(masked)} from ${orgTable(source.schema, 'user')} on conflict do nothing`);
}

async function copyWhole(tx: OrgTransaction, source: Org, table: string): Promise<void> {
  const columns = await readColumns(tx, table);
  if (columns.length === 0) return;
  const list = sql.join(columns.map((name) => sql.id(name)));
  await tx.run(sql`insert into ${sql.id(tx.org.schema, table)} (${list}) overriding system value select ${list} from ${sql.id(source.schema, table)} on conflict do nothing`);
}

interface ObjectCopy {
  readonly source: Org;
  readonly belongs: Belongs;
  /** The salt of the masks, where values of people are masked. */
  readonly mask: string | undefined;
}

async function copyObject(tx: OrgTransaction, object: ObjectModel, { source, belongs, mask }: ObjectCopy): Promise<number> {
  const columns = await readColumns(tx, object.table);
  const personal = new Map(object.fields.filter((field) => mask !== undefined && field.personal).map((field) => [field.column, field]));
  const files = new Set(object.fields.filter(({ target }) => mask !== undefined && target === 'File').map(({ column }) => column));
  const values = columns.map((name) => {
    const column = sql.id('record', name);
    const field = personal.get(name);
    if (files.has(name)) return sql`null::uuid`;
    return field && mask !== undefined ? maskColumn(field, column, mask) : column;
  });
  const [answer] = await tx.run<{ count: number }>(sql`
    with copied as (
      insert into ${recordTable(tx.org.schema, object)} (${sql.join(columns.map((name) => sql.id(name)))})
      select ${sql.join(values)} from ${recordTable(source.schema, object)} record where record.deleted_at is null and ${belongs(sql.id('record', 'id'))} returning 1
    ) select count(*)::integer as count from copied`);
  for (const field of object.fields) if (fieldType(field.type).generated) await continueNumbers(tx, source, object, field);
  return answer?.count ?? 0;
}

/** What was carried over with the copied rows adds up records or values that stayed behind. Chains follow the order of the model's plan. */
async function sumUpAnew(tx: OrgTransaction, model: Model): Promise<void> {
  const place = { schema: tx.org.schema, timeZone: tx.org.timeZone };
  for (const { object, field } of rollUpsInOrder(model)) for (const statement of rollUpBackfill(model, object, field, place)) await tx.run(statement);
}

/** The text of a cipher can be read by whoever may read the field, also in the copy. */
function maskColumn(field: FieldModel, column: RawBuilder<unknown>, salt: string): RawBuilder<unknown> {
  return fieldType(field.type).encrypted && !field.required ? sql`null::text` : maskValue(field, column, salt);
}

/** Records made in the sandbox are numbered on from where the source is. */
async function continueNumbers(tx: OrgTransaction, source: Org, object: ObjectModel, field: FieldModel): Promise<void> {
  const sequence = (schema: string): RawBuilder<unknown> => sql`pg_get_serial_sequence(format('%I.%I', ${schema}::text, ${object.table}::text), ${field.column}::text)`;
  const [found] = await tx.run<{ from: string | null; to: string | null }>(sql`select ${sequence(source.schema)} as "from", ${sequence(tx.org.schema)} as "to"`);
  if (!found?.from || !found.to) return;
  await tx.run(sql`select setval(${found.to}::regclass, coalesce(pg_sequence_last_value(${found.from}::regclass), 1))`);
}

/** The columns that hold values of their own, as the sandbox's table has them. */
async function readColumns(tx: OrgTransaction, table: string): Promise<readonly string[]> {
  const columns = await tx.run<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = ${tx.org.schema} and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`);
  return columns.map(({ name }) => name);
}
