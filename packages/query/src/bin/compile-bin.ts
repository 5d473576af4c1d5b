import { sql, type RawBuilder } from 'kysely';
import { displayText } from '../compile/column-types.js';
import { allOf, Compilation, readableField, within } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import type { Ground } from '../compile/compilation.js';
import { fieldExpression } from '../compile/field-expression.js';
import { orgTable } from '../org-tables.js';
import { ME, Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** Which deleted records are listed; `place` of the last one seen comes as the variable `after`, or null. */
export interface BinRequest {
  /** All objects when absent. */
  readonly object?: string;
  /** Only what this person deleted. */
  readonly mine: boolean;
  readonly limit: number;
}

/** A deleted record. */
export interface BinRow {
  readonly object: string;
  readonly id: string;
  readonly name: string | null;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly operation_id: string | null;
  /** Where the list goes on after it. */
  readonly place: string;
}

const AFTER = new Slot(({ variables }) => variables['after'] ?? null);

/**
 * Deleted records that this person may bring back, the latest first, as `BinRow`s. Records that were merged into others are
 * not among them. Undefined where the person may bring nothing back.
 */
export function compileBin(request: BinRequest, ground: Ground): Statement | undefined {
  const compilation = new Compilation(ground, inner);
  const names = ground.model.objects.filter(({ platform, name }) => !platform && (request.object ?? name) === name && mayRestore(name, ground)).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const branches = names.map((name) => compileBranch(name, request, compilation));
  return compileStatement(sql`select * from (${sql.join(branches, sql` union all `)}) b order by place desc limit ${sql.lit(request.limit)}`);
}

function mayRestore(name: string, { access }: Ground): boolean {
  return (access.objects.get(name)?.delete ?? 'none') !== 'none';
}

function compileBranch(name: string, { mine, limit }: BinRequest, compilation: Compilation): RawBuilder<unknown> {
  const { schema } = compilation.ground;
  const table = compilation.table(name);
  const { nameField } = table.object;
  const isReadable = table.access.readableFields.has(nameField);
  const called = isReadable ? displayText(readableField(table, nameField), fieldExpression(table, readableField(table, nameField), compilation)) : sql`null`;
  const id = sql.id(table.alias, 'id');
  const predicates = allOf([
    sql<boolean>`h.object = ${table.object.id}::text and h.kind = 'deleted'`,
    // Another deletion of the same record is another moment.
    sql<boolean>`${sql.id(table.alias, 'deleted_at')} = h.at`,
    sql<boolean>`(${AFTER}::bigint is null or h.id < ${AFTER}::bigint)`,
    sql<boolean>`not exists (select from ${orgTable(schema, 'merged')} m where m.record_id = ${id})`,
    ...(mine ? [sql<boolean>`h.actor_id = ${ME}`] : []),
    ...within(table, 'delete'),
  ]);
  const columns = sql`${sql.lit(name)}::text as object, ${id} as id, (${called})::text as name, h.at, h.actor_id, h.operation_id, h.id as place`;
  return sql`(select ${columns} from ${orgTable(schema, 'history')} h join ${table.from} on ${id} = h.record_id where ${predicates} order by h.id desc limit ${sql.lit(limit)})`;
}
