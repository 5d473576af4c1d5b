import { fieldType } from '@guanxi/field-types';
import { compileCondition, compileFormula, type SqlScope, type TypedFormula, type TypedNode } from '@guanxi/formula';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { ME, type OrgFacts } from '../statement/slot.js';
import { allOf, column, readableField, visible, type Compilation, type Table } from './compilation.js';
import { momentOf, orgFact } from './moment.js';

/** How the value of a field of a table is had. */
export type ReadField = (table: Table, field: FieldModel, compilation: Compilation) => RawBuilder<unknown>;

/** What a formula may name beside the records of its table. */
export interface Beside {
  /** The records before the change: for formulas that ask for that state. */
  readonly prior?: Table;
  /** Whether a record comes into being. Needed with `prior`. */
  readonly isNew?: RawBuilder<unknown>;
  /** `$Source`: the record that points. */
  readonly source?: Table;
  /** Values of names that belong to no record, as `$Run.total`. */
  readonly given?: (path: readonly string[]) => RawBuilder<unknown> | undefined;
}

/** What a formula over the records of a table comes to. It sees of other records what the person may see. */
export function compileValue(formula: TypedFormula, table: Table, compilation: Compilation, read: ReadField, beside: Beside = {}): RawBuilder<unknown> {
  return compileOver(formula, table, compilation, read, compileFormula, beside);
}

/** Whether a true-or-false formula holds; null stands for false. */
export function compileTest(formula: TypedFormula, table: Table, compilation: Compilation, read: ReadField, beside: Beside = {}): RawBuilder<boolean> {
  return compileOver(formula, table, compilation, read, compileCondition, beside) as RawBuilder<boolean>;
}

function compileOver(
  formula: TypedFormula,
  table: Table,
  compilation: Compilation,
  read: ReadField,
  compile: (formula: TypedFormula, scope: SqlScope) => RawBuilder<unknown>,
  { prior, isNew, source, given }: Beside,
): RawBuilder<unknown> {
  const sources = new Sources(formula, { own: table, source }, compilation, read);
  const earlier = prior && new Sources(formula, { own: prior, source }, compilation, read, sources.joins);
  const value = compile(formula, {
    column: (path) => given?.(path) ?? sources.find(path),
    ...momentOf(compilation),
    ...(earlier && isNew && { isNew, prior: (path) => given?.(path) ?? earlier.find(path) }),
  });
  // A formula over its own row alone stays a plain expression: PostgreSQL then knows it again in an index.
  return sources.joins.length === 0 ? value : sql`(select ${value} from (select) as one ${sql.join(sources.joins, sql` `)})`;
}

/** Where the names of one formula lead: each record is joined once, and what takes work is worked out once. */
class Sources {
  private readonly joinedTables = new Map<string, Table>();
  private readonly found = new Map<string, RawBuilder<unknown>>();
  private readonly uses = new Map<string, number>();

  constructor(
    formula: TypedFormula,
    private readonly tables: { readonly own: Table; readonly source: Table | undefined },
    private readonly compilation: Compilation,
    private readonly read: ReadField,
    readonly joins: RawBuilder<unknown>[] = [],
  ) {
    this.count(formula.root);
  }

  find(path: readonly string[]): RawBuilder<unknown> {
    const key = path.join('.');
    const known = this.found.get(key);
    if (known) return known;
    const expression = path[0] === '$Org' ? orgFact(path[1] as keyof OrgFacts, this.compilation) : this.follow(path);
    this.found.set(key, expression);
    return expression;
  }

  private follow(path: readonly string[]): RawBuilder<unknown> {
    const { table, field, part } = this.locate(path);
    const value = this.read(table, field, this.compilation);
    const kind = fieldType(field.value.type);
    const whole = kind.parts && kind.text && kind.formulaType === 'text' ? kind.text(value) : value;
    const piece = part === undefined ? whole : kind.parts?.[part]?.extract(value);
    if (!piece) throw new Error(`${path.join('.')} was not checked against ${this.tables.own.object.name}.`);
    const works = (field.formula !== undefined || field.storage === 'computed') && (this.uses.get(path.join('.')) ?? 0) > 1;
    return works ? this.once(piece) : piece;
  }

  private locate(path: readonly string[]): { table: Table; field: FieldModel; part?: string } {
    const [first = ''] = path;
    let table = BEGINNINGS[first]?.(this) ?? this.tables.own;
    const names = first in BEGINNINGS ? path.slice(1) : path;
    for (const [index, name] of names.entries()) {
      const field = readableField(table, name);
      if (index === names.length - 1) return { table, field };
      if (field.target === undefined) return { table, field, part: names.slice(index + 1).join('.') };
      table = this.joined(path.slice(0, path.length - names.length + index + 1).join('.'), field.target, this.read(table, field, this.compilation));
    }
    throw new Error('A reference of a formula has at least one part.');
  }

  person(): Table {
    return this.joined('$User', 'User', this.compilation.ground.moment ? sql`null::uuid` : sql`${ME}`);
  }

  source(): Table {
    if (!this.tables.source) throw new Error('Only the filter of a lookup may name $Source.');
    return this.tables.source;
  }

  private joined(key: string, object: string, id: RawBuilder<unknown>): Table {
    const known = this.joinedTables.get(key);
    if (known) return known;
    const table = this.compilation.table(object);
    this.joinedTables.set(key, table);
    this.joins.push(sql`left join ${table.from} on ${allOf([sql<boolean>`${column(table, { column: 'id' })} = ${id}`, ...visible(table)])}`);
    return table;
  }

  /** "offset 0" keeps PostgreSQL from putting the expression back into every place that names it. */
  private once(expression: RawBuilder<unknown>): RawBuilder<unknown> {
    const alias = this.compilation.alias();
    this.joins.push(sql`cross join lateral (select ${expression} as v offset 0) as ${sql.id(alias)}`);
    return sql.id(alias, 'v');
  }

  private count(node: TypedNode): void {
    if (node.kind === 'literal') return;
    if (node.kind !== 'reference') return node.arguments.forEach((argument) => this.count(argument));
    const key = node.path.join('.');
    this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
  }
}

/** Names that begin with $ and lead to a record. */
const BEGINNINGS: Readonly<Record<string, (sources: Sources) => Table>> = {
  $User: (sources) => sources.person(),
  $Source: (sources) => sources.source(),
};
