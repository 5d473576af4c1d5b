import { nameSql } from '@guanxi/metadata';
import { Injectable } from '@nestjs/common';
import { compileDuplicatePairs, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { CompiledStatement } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { bound } from '../records/bound-statement.js';
import { duplicateRefusals } from './duplicate-wording.js';
import { joinGroups, type Likeness } from './join-groups.js';

export interface NamedRecord {
  readonly id: string;
  readonly name: string | null;
}

export interface DuplicateGroup {
  readonly count: number;
  /** The oldest first. */
  readonly records: readonly NamedRecord[];
}

const MOST_GROUPS = 500;
const MOST_RECORDS = 20;

/** Looks through all records of an object for those that are the same, in a statement or two. */
@Injectable()
export class DuplicateGroups {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, request: { object: string; rule: string; first: number }): Promise<readonly DuplicateGroup[]> {
    const { model } = await this.models.current(actor.org);
    const access = actor.access.objects.get(request.object);
    const object = access && model.objectByName.get(request.object);
    const rule = object?.duplicateRules.find(({ name }) => name === request.rule);
    if (!object || !rule) throw new ApiFailure('NOT_FOUND', { ...duplicateRefusals.noRule, words: { object: request.object, rule: request.rule } });
    if (!rule.match.every(({ field }) => access.readableFields.has(field))) throw new ApiFailure('FORBIDDEN', duplicateRefusals.hidden);
    const session = this.database.session(actor.org);
    const place = { session, actor, model, at: this.clock.now(actor.org).toISOString(), operationId: '' };
    const statement = compileDuplicatePairs(request, { model, access: actor.access, schema: actor.org.schema });
    const { text, values } = bound(statement, place, {});
    const groups = joinGroups(await this.search(actor, { text, values })).slice(0, Math.min(Math.max(request.first, 1), MOST_GROUPS));
    const shown = groups.map((ids) => ids.slice(0, MOST_RECORDS));
    const nameField = access.readableFields.has(object.nameField) ? object.fieldByName.get(object.nameField) : undefined;
    const name = nameField?.column ? nameSql(object) : sql`null::text`;
    const known = await session.run<NamedRecord>(sql`select id, ${name} as name from ${recordTable(actor.org.schema, object)} where id = any(${shown.flat()}::uuid[])`);
    const names = new Map(known.map((record) => [record.id, record.name]));
    return groups.map((ids, index) => ({ count: ids.length, records: (shown[index] ?? []).map((id) => ({ id, name: names.get(id) ?? null })) }));
  }

  /** All with all takes longer than a request usually may, and room to sort in. */
  private search(actor: Actor, statement: CompiledStatement): Promise<Likeness[]> {
    return this.database.transaction(actor.org, async (tx) => {
      for (const setting of PATIENCE) await tx.run({ text: setting, values: [] });
      return tx.run<Likeness>(statement);
    });
  }
}

const PATIENCE = ["set local statement_timeout = '5min'", "set local work_mem = '128MB'", 'set local jit = off'];
