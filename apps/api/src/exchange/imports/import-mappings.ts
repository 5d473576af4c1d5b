import { Injectable } from '@nestjs/common';
import type { ImportPlan } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { namesHidden } from '../../access/names-hidden.js';
import { Clock } from '../../config/clock.js';
import { Models } from '../../metadata/models.js';
import { OrgDatabase } from '../../database/org-database.js';

/** How somebody brings a kind of file in, kept under a name for the next one. Everybody who imports into the object can take it. */
export interface ImportMapping {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly plan: ImportPlan;
  readonly userId: string;
  readonly savedAt: Date;
}

const MOST_LISTED = 200;

@Injectable()
export class ImportMappings {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly models: Models,
  ) {}

  async list({ org, access }: Actor, object: string): Promise<readonly ImportMapping[]> {
    if (access.objects.get(object)?.import !== true) return [];
    const { model } = await this.models.current(org);
    const found = await this.database.session(org).run<ImportMapping>(sql`select id, object, name, plan, user_id as "userId", saved_at as "savedAt"
      from ${orgTable(org.schema, 'importMapping')} where object = ${object} order by lower(name), id limit ${MOST_LISTED}`);
    return found.filter(({ plan }) => !namesHidden(plan, object, model, access));
  }

  /** One that has the name already is replaced. */
  async save({ org, userId }: Actor, name: string, plan: ImportPlan): Promise<ImportMapping> {
    const [saved] = await this.database.session(org).run<ImportMapping>(sql`insert into ${orgTable(org.schema, 'importMapping')} (id, object, name, plan, user_id, saved_at)
      values (${makeId()}, ${plan.object}, ${name}, ${JSON.stringify(plan)}::jsonb, ${userId}, ${this.clock.now(org)})
      on conflict (object, name) do update set plan = excluded.plan, user_id = excluded.user_id, saved_at = excluded.saved_at
      returning id, object, name, plan, user_id as "userId", saved_at as "savedAt"`);
    if (!saved) throw new Error('A mapping is gone right after it was written.');
    return saved;
  }

  /** Their own; admins those of everybody. Answers whether there was one. */
  async remove({ org, userId, access }: Actor, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const whose = access.admin ? sql`true` : sql`user_id = ${userId}`;
    const removed = await this.database.session(org).run(sql`delete from ${orgTable(org.schema, 'importMapping')} where id = ${id} and ${whose} returning id`);
    return removed.length > 0;
  }
}
