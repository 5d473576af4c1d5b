import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Access, ObjectAccess, RecordScope } from '../access/access.js';
import { isMasterField, parentField } from '../access/masters.js';
import { platformAccess } from '../access/platform-access.js';
import { sharedWith } from '../access/sharing/shared-with.js';
import { ownedByMe } from '../access/sharing/sharing-grounds.js';
import { recordTable } from '../org-tables.js';
import type { PageRequest } from '../request/read-request.js';
import type { SaveRule } from '../write/save/save-rule.js';
import type { FormulaMoment } from './moment.js';

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
  readonly moment?: FormulaMoment;
}

/** One table in a statement, under a name that no other table of the statement has. */
export interface Table {
  readonly object: ObjectModel;
  readonly access: ObjectAccess;
  /** `"org_…"."customer" as "t0"` */
  readonly from: RawBuilder<unknown>;
  readonly alias: string;
  /** The records that own the records of this table, by the lookups that lead to them. */
  readonly masters: readonly Owning[];
  /** The record that decides who records of this table are shared with, where they leave it to another. */
  readonly parent?: Owning;
  /** The statement that the table stands in. */
  readonly compilation: Compilation;
  /** Only a page of records, or one, is read of it: each is asked for its owner, where gathering over all of them would have everybody at hand. */
  readonly takesFew?: true;
  /** All of its records are gone through: sums and groups. Then everybody, and everything that is shared one by one, is at hand at once. */
  readonly takesAll?: true;
  /** Expressions that stand in for fields, by name: of groups, whose rows are no records. */
  readonly values?: ReadonlyMap<string, RawBuilder<unknown>>;
}

export interface Owning {
  readonly field: FieldModel;
  readonly table: Table;
}

/** Makes the JSON of a page; `links` tie its records to the record they are listed under. */
export type CompilePage = (
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  links: readonly RawBuilder<boolean>[],
) => RawBuilder<unknown>;

/** A row contains pages and a page rows, predicates contain formulas and formulas predicates: they reach each other through here, or the files would import each other. */
export interface Inner {
  readonly page: CompilePage;
  /** Whether a true-or-false formula holds for the records of a table. */
  readonly test: (formula: TypedFormula, table: Table) => RawBuilder<boolean>;
}

/** A statement being made: hands out tables with aliases in order. */
export class Compilation {
  private readonly given: { aliases: number };

  constructor(readonly ground: Ground, readonly inner: Inner, within?: Compilation) {
    this.given = within?.given ?? { aliases: 0 };
  }

  /** The same statement as the platform sees it: for rules, which hold whatever the person may read. Nothing of it may be answered. */
  get unrestricted(): Compilation {
    return new Compilation({ ...this.ground, access: platformAccess(this.ground.model) }, this.inner, this);
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
    const owning = (field: FieldModel, suffix: string): Owning => ({ field, table: this.tableAs(field.target ?? '', `${alias}_${suffix}`, chain) });
    const masters = object.fields
      .filter((field) => isMasterField(field) && !chain.includes(field.target ?? ''))
      .map((field, index) => owning(field, `m${index}`));
    const isShared = objectAccess.read === 'shared' || objectAccess.edit === 'shared' || objectAccess.delete === 'shared';
    const decides = isShared ? parentField(object) : undefined;
    const parent = decides && access.objects.has(decides.target ?? '') && !chain.includes(decides.target ?? '') ? owning(decides, 'p') : undefined;
    return { object, access: objectAccess, alias, from: sql`${recordTable(schema, object)} as ${sql.id(alias)}`, masters, ...(parent && { parent }), compilation: this };
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
  return [alive(table), ...within(table, 'read')];
}

/** Not in the recycle bin. */
export function alive({ alias }: Pick<Table, 'alias'>): RawBuilder<boolean> {
  return sql<boolean>`${sql.id(alias, 'deleted_at')} is null`;
}

/**
 * The predicates that leave the records this person may read, change or delete, as far as the person decides it. Details
 * go with their masters: they are read where the master is, and changed and deleted where the master may be changed.
 */
export function within(table: Table, doing: Doing): RawBuilder<boolean>[] {
  const scope = table.access[doing];
  if (table.masters.length === 0 || scope === 'none') return SCOPES[scope](table, doing);
  return table.masters.flatMap((master) => throughOwning(table, master, doing));
}

export type Doing = 'read' | 'edit' | 'delete';

const SCOPES: Record<RecordScope, (table: Table, doing: Doing) => RawBuilder<boolean>[]> = {
  all: () => [],
  own: (table) => [ownedByMe(table)],
  shared: (table, doing) => (parentField(table.object) ? sharedThroughParent(table, doing) : sharedWith(table, doing)),
  none: () => [sql<boolean>`false`],
};

/** Nothing where the owning record is open to the person whichever it is. */
function throughOwning(table: Table, { field, table: owning }: Owning, doing: Doing): RawBuilder<boolean>[] {
  const predicates = within(table.takesFew ? { ...owning, takesFew: true } : owning, doing === 'read' ? 'read' : 'edit');
  if (predicates.length === 0) return [];
  const link = sql<boolean>`${sql.id(owning.alias, 'id')} = ${column(table, field)}`;
  return [sql<boolean>`exists (select from ${owning.from} where ${allOf([link, ...predicates])})`];
}

/** A record that belongs to no other is its owner's alone; so are all where the person may not know of the others. */
function sharedThroughParent(table: Table, doing: Doing): RawBuilder<boolean>[] {
  const field = parentField(table.object);
  const pointing = field && column(table, field);
  const alone = sql<boolean>`(${pointing} is null and ${ownedByMe(table)})`;
  if (!table.parent) return [alone];
  const [through = sql<boolean>`${pointing} is not null`] = throughOwning(table, table.parent, doing);
  return [sql<boolean>`(${through} or ${alone})`];
}

export function allOf(predicates: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return predicates.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(predicates, sql` and `)}`;
}
