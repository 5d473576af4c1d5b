import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Access, ObjectAccess, RecordScope } from '../access/access.js';
import { isMasterField } from '../access/masters.js';
import { platformAccess } from '../access/platform-access.js';
import { recordTable } from '../org-tables.js';
import type { PageRequest } from '../request/read-request.js';
import { ME } from '../statement/slot.js';
import type { SaveRule } from '../write/save/save-rule.js';

/** What every statement is compiled against. */
export interface Ground {
  readonly model: Model;
  readonly access: Access;
  /** The org's PostgreSQL schema. */
  readonly schema: string;
  /** The revision of the model. Writing statements refuse to run where another one is published by then; absent where nobody counts them. */
  readonly revision?: number;
  /** What happens to records of an object before they are saved; nothing where it is absent. */
  readonly saveRules?: (object: string) => readonly SaveRule[];
  /** What formulas lean on, where it does not come with each run as a statement's input. There is no person then. */
  readonly moment?: { readonly now: RawBuilder<unknown>; readonly timeZone: RawBuilder<unknown> };
}

/** One table in a statement, under a name that no other table of the statement has. */
export interface Table {
  readonly object: ObjectModel;
  readonly access: ObjectAccess;
  /** `"org_…"."customer" as "t0"` */
  readonly from: RawBuilder<unknown>;
  readonly alias: string;
  /** The records that own the records of this table, by the lookups that lead to them. */
  readonly masters: readonly { readonly field: FieldModel; readonly table: Table }[];
  /** Expressions that stand in for fields, by name: of groups, whose rows are no records. */
  readonly values?: ReadonlyMap<string, RawBuilder<unknown>>;
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
  private readonly given: { aliases: number };

  /** A row contains pages and a page rows: rows reach pages through here, or the two files would import each other. */
  constructor(readonly ground: Ground, readonly compilePage: CompilePage, within?: Compilation) {
    this.given = within?.given ?? { aliases: 0 };
  }

  /** The same statement as the platform sees it: for rules, which hold whatever the person may read. Nothing of it may be answered. */
  get unrestricted(): Compilation {
    return new Compilation({ ...this.ground, access: platformAccess(this.ground.model) }, this.compilePage, this);
  }

  table(objectName: string): Table {
    return this.tableAs(objectName, this.alias(), []);
  }

  /** A name that nothing else in the statement has. */
  alias(): string {
    const alias = `t${this.given.aliases}`;
    this.given.aliases += 1;
    return alias;
  }

  /** `details` are on the way here: a master of a master is one too, but no object is its own. */
  private tableAs(objectName: string, alias: string, details: readonly string[]): Table {
    const { model, access, schema } = this.ground;
    const object = model.objectByName.get(objectName);
    const objectAccess = access.objects.get(objectName);
    if (!object || !objectAccess) throw new Error(`A request may not name the object ${objectName}, which is unknown or hidden.`);
    const chain = [...details, objectName];
    const masters = object.fields
      .filter((field) => isMasterField(field) && !chain.includes(field.target ?? ''))
      .map((field, index) => ({ field, table: this.tableAs(field.target ?? '', `${alias}_m${index}`, chain) }));
    return { object, access: objectAccess, alias, from: sql`${recordTable(schema, object)} as ${sql.id(alias)}`, masters };
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

/** The column of a field that has one; where a value is meant, `fieldExpression` says how it is had. */
export function column(table: Table, field: { readonly column: string }): RawBuilder<unknown> {
  return sql.id(table.alias, field.column);
}

/** The predicates that leave what this person may read, and nothing deleted. */
export function visible(table: Table): RawBuilder<boolean>[] {
  if (table.object.platform) return [];
  const alive = sql<boolean>`${sql.id(table.alias, 'deleted_at')} is null`;
  return [alive, ...within(table, 'read')];
}

/**
 * The predicates that leave the records this person may read, change or delete, as far as the person decides it. Details
 * go with their masters: they are read where the master is, and changed and deleted where the master may be changed.
 */
export function within(table: Table, doing: 'read' | 'edit' | 'delete'): RawBuilder<boolean>[] {
  const scope = table.access[doing];
  if (table.masters.length === 0 || scope === 'none') return SCOPES[scope](table);
  return table.masters.flatMap(({ field, table: master }) => {
    const predicates = within(master, doing === 'read' ? 'read' : 'edit');
    if (predicates.length === 0) return [];
    const link = sql<boolean>`${sql.id(master.alias, 'id')} = ${column(table, field)}`;
    return [sql<boolean>`exists (select from ${master.from} where ${allOf([link, ...predicates])})`];
  });
}

const SCOPES: Record<RecordScope, (table: Table) => RawBuilder<boolean>[]> = {
  all: () => [],
  own: (table) => [sql<boolean>`${sql.id(table.alias, 'owner_id')} = ${ME}::uuid`],
  shared: (table) => SCOPES.own(table),
  none: () => [sql<boolean>`false`],
};

export function allOf(predicates: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return predicates.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(predicates, sql` and `)}`;
}
