import { Injectable } from '@nestjs/common';
import { fieldUsage, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import { readApiUses } from './api-uses.js';

/** From here on PostgreSQL's own statistics are near enough, and counting would be felt. */
const WORTH_ESTIMATING = 200_000;

export interface FieldStatistic {
  readonly field: string;
  readonly usedBy: number;
  readonly filled: number | null;
  readonly total: number;
  readonly lastUsedAt: Date | null;
  readonly apiUses: number;
}

/** How much the fields and values of an object are used. */
@Injectable()
export class FieldStatistics {
  constructor(private readonly database: OrgDatabase) {}

  async count(org: Org, model: Model, object: ObjectModel): Promise<readonly FieldStatistic[]> {
    const fields = object.fields.filter(({ system }) => !system);
    const session = this.database.session(org);
    const [{ total, filled }, uses] = await Promise.all([this.countFilled(org, object, fields), readApiUses(session, org, object.name)]);
    return fields.map((field) => {
      const use = uses.get(field.name);
      return {
        field: field.name,
        usedBy: fieldUsage(model, object.name, field.name).length,
        filled: filled.get(field.column) ?? null,
        total,
        lastUsedAt: use ? new Date(`${use.lastDay}T00:00:00Z`) : null,
        apiUses: use?.uses ?? 0,
      };
    });
  }

  /** Records per value of a picklist, or of a field of several values; the most frequent first. */
  async countValues(org: Org, object: ObjectModel, field: FieldModel): Promise<readonly { readonly value: string; readonly count: number }[]> {
    const column = sql.id(field.column);
    const table = sql.id(org.schema, object.table);
    const values = field.type === 'multiPicklist' ? sql`select unnest(${column}) as value from ${table} where deleted_at is null` : sql`select ${column}::text as value from ${table} where deleted_at is null`;
    return this.database.session(org).run<{ value: string; count: number }>(sql`
      select value, count(*)::int as count from (${values}) as each where value is not null group by value order by count desc, value limit 1000`);
  }

  private async countFilled(org: Org, object: ObjectModel, fields: readonly FieldModel[]): Promise<{ readonly total: number; readonly filled: ReadonlyMap<string, number> }> {
    const columns = fields.map(({ column }) => column).filter((column) => column !== '');
    const session = this.database.session(org);
    const [size] = await session.run<{ rows: number }>(sql`select reltuples::bigint as rows from pg_class where oid = ${`${quote(org.schema)}.${quote(object.table)}`}::regclass`);
    const estimate = Number(size?.rows ?? 0);
    if (estimate >= WORTH_ESTIMATING) {
      const rows = await session.run<{ column: string; blank: number }>(sql`select attname as "column", null_frac::float8 as blank from pg_stats where schemaname = ${org.schema} and tablename = ${object.table}`);
      return { total: estimate, filled: new Map(rows.map(({ column, blank }) => [column, Math.round(estimate * (1 - blank))])) };
    }
    if (!object.document) return { total: estimate, filled: new Map() };
    const counts = columns.map((column, index) => sql`count(${sql.id(column)})::int as ${sql.id(`c${index}`)}`);
    const [row] = await session.run<Record<string, number>>(sql`
      select ${sql.join([sql`count(*)::int as total`, ...counts])} from ${sql.id(org.schema, object.table)} where deleted_at is null`);
    return { total: row?.['total'] ?? 0, filled: new Map(columns.map((column, index) => [column, row?.[`c${index}`] ?? 0])) };
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
