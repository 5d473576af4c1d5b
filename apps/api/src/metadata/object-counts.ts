import { Injectable } from '@nestjs/common';
import type { ObjectModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { Models } from './models.js';

/** From here on PostgreSQL's own estimate is near enough, and counting would be felt. */
const WORTH_ESTIMATING = 200_000;

export interface ObjectCount {
  readonly object: string;
  readonly records: number;
}

/** How many records there are of each object: counted, or estimated where there are very many. */
@Injectable()
export class ObjectCounts {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  async count(org: Org): Promise<readonly ObjectCount[]> {
    const { model } = await this.models.current(org);
    const objects = model.objects.filter(({ platform }) => !platform);
    const estimates = await this.estimate(org);
    const exact = await this.countExactly(org, objects.filter(({ table }) => (estimates.get(table) ?? 0) < WORTH_ESTIMATING));
    return objects.map(({ name, table }) => ({ object: name, records: exact.get(name) ?? estimates.get(table) ?? 0 }));
  }

  private async estimate(org: Org): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.session(org).run<{ table: string; rows: number }>(sql`
      select relname as "table", reltuples::bigint as rows from pg_class
      where relnamespace = ${org.schema}::regnamespace and relkind = 'r'`);
    return new Map(rows.map(({ table, rows: count }) => [table, Number(count)]));
  }

  private async countExactly(org: Org, objects: readonly ObjectModel[]): Promise<ReadonlyMap<string, number>> {
    if (objects.length === 0) return new Map();
    const counts = objects.map(({ name, table }) => sql`select ${name}::text as object, count(*) as records from ${sql.id(org.schema, table)} where deleted_at is null`);
    const rows = await this.database.session(org).run<ObjectCount>(sql.join(counts, sql` union all `));
    return new Map(rows.map(({ object, records }) => [object, Number(records)]));
  }
}
