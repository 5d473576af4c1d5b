import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Access, ObjectAccess } from '../access/access.js';
import { recordTable } from '../org-tables.js';
import type { PageRequest } from '../request/read-request.js';
import { ME } from '../statement/slot.js';

/** What every statement is compiled against. */
export interface Ground {
  readonly model: Model;
  readonly access: Access;
  /** The org's PostgreSQL schema. */
  readonly schema: string;
}

/** One table in a statement, under a name that no other table of the statement has. */
export interface Table {
  readonly object: ObjectModel;
  readonly access: ObjectAccess;
  /** `"org_…"."customer" as "t0"` */
  readonly from: RawBuilder<unknown>;
  readonly alias: string;
}

/** Makes the JSON of a page; `links` tie its records to the record they are listed under. */
export type CompilePage = (
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  links: readonly RawBuilder<boolean>[],
) => RawBuilder<unknown>;

/** A statement being made: hands out tables with aliases in order. */
export class Compilation {
  private tables = 0;

  /** A row contains pages and a page rows: rows reach pages through here, or the two files would import each other. */
  constructor(readonly ground: Ground, readonly compilePage: CompilePage) {}

  table(objectName: string): Table {
    const { model, access, schema } = this.ground;
    const object = model.objectByName.get(objectName);
    const objectAccess = access.objects.get(objectName);
    if (!object || !objectAccess) throw new Error(`A request may not name the object ${objectName}, which is unknown or hidden.`);
    const alias = `t${this.tables}`;
    this.tables += 1;
    return { object, access: objectAccess, alias, from: sql`${recordTable(schema, object)} as ${sql.id(alias)}` };
  }
}

/** A readable field of a table. */
export function readableField(table: Table, name: string): FieldModel {
  const field = table.object.fieldByName.get(name);
  if (!field || !table.access.readableFields.has(name)) {
    throw new Error(`A request may not name ${table.object.name}.${name}, which is unknown or hidden.`);
  }
  return field;
}

export function column(table: Table, field: { readonly column: string }): RawBuilder<unknown> {
  return sql.id(table.alias, field.column);
}

/** The predicates that leave what this person may read, and nothing deleted. */
export function visible(table: Table): RawBuilder<boolean>[] {
  if (table.object.platform) return [];
  const alive = sql<boolean>`${sql.id(table.alias, 'deleted_at')} is null`;
  return [alive, ...withinScope(table, table.access.read)];
}

export function withinScope(table: Table, scope: 'all' | 'own' | 'none'): RawBuilder<boolean>[] {
  return SCOPES[scope](table);
}

const SCOPES: Record<'all' | 'own' | 'none', (table: Table) => RawBuilder<boolean>[]> = {
  all: () => [],
  own: (table) => [sql<boolean>`${sql.id(table.alias, 'owner_id')} = ${ME}::uuid`],
  none: () => [sql<boolean>`false`],
};

export function allOf(predicates: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return predicates.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(predicates, sql` and `)}`;
}
