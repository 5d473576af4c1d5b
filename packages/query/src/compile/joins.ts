import { fieldType, type ColumnType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { toJson } from './column-types.js';
import { targetOf } from './compile-condition.js';
import { allOf, readableField, visible, type Compilation, type Table } from './compilation.js';
import { fieldExpression } from './field-expression.js';

/** The value at the end of a path. */
export interface PathValue {
  readonly expression: RawBuilder<unknown>;
  readonly field: FieldModel;
  /** What the value, or its piece, is to PostgreSQL. */
  readonly column: ColumnType;
  readonly isPiece: boolean;
  readonly json: (value: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** The records that references of a table lead to, each joined once: for statements that look at many rows. */
export class Joins {
  private readonly joined = new Map<string, Table>();
  private readonly clauses: RawBuilder<unknown>[] = [];

  constructor(private readonly table: Table, private readonly compilation: Compilation) {}

  /** The table with what was joined to it: complete once everything is compiled. */
  get from(): RawBuilder<unknown> {
    return this.clauses.length === 0 ? this.table.from : sql`${this.table.from} ${sql.join(this.clauses, sql` `)}`;
  }

  find(path: readonly string[]): PathValue {
    let table = this.table;
    for (const [index, name] of path.entries()) {
      const field = readableField(table, name);
      const rest = path.slice(index + 1);
      const value = () => this.valueOf(table, field);
      if (rest.length === 0) return { expression: value(), field, column: fieldType(field.value.type).column(field.value.settings), isPiece: false, json: (given) => toJson(field, given) };
      const piece = fieldType(field.value.type).parts?.[rest[0] ?? ''];
      if (piece && rest.length === 1) {
        const json = piece.scalar === 'Decimal' ? (given: RawBuilder<unknown>) => sql`${given}::text` : (given: RawBuilder<unknown>) => given;
        return { expression: piece.extract(value()), field, column: piece.column, isPiece: true, json };
      }
      table = this.follow(path.slice(0, index + 1).join('.'), targetOf(field), value());
    }
    throw new Error('A path has at least one step.');
  }

  /** What is worked out of a record that is not there is blank, whatever its formula makes of blanks. */
  private valueOf(table: Table, field: FieldModel): RawBuilder<unknown> {
    const value = fieldExpression(table, field, this.compilation);
    return table === this.table || field.storage !== 'computed' ? value : sql`case when ${sql.id(table.alias, 'id')} is not null then ${value} end`;
  }

  private follow(key: string, object: string, id: RawBuilder<unknown>): Table {
    const known = this.joined.get(key);
    if (known) return known;
    const target = this.compilation.table(object);
    this.joined.set(key, target);
    this.clauses.push(sql`left join ${target.from} on ${allOf([sql<boolean>`${sql.id(target.alias, 'id')} = ${id}`, ...visible(target)])}`);
    return target;
  }
}
