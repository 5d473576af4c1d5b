import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import type { Person } from '../../activity/read-people.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { peopleRefusals } from './people-wording.js';
import { readPersons } from './read-approvals.js';

export interface Absence {
  readonly id: string;
  /** YYYY-MM-DD, both days included, as the org's time zone counts them. */
  readonly from: string;
  readonly to: string;
  readonly delegate: Person | null;
}

export interface AbsenceToSet {
  /** One that is changed; without it a new one. */
  readonly id?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly delegate?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly delegate_id: string | null;
}

/** When somebody is away, and who decides and answers for them meanwhile. Everybody says it of themselves. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Those that are not over yet. */
  list(actor: Actor): Promise<readonly Absence[]> {
    const today = sql`(${this.clock.now(actor.org)}::timestamptz at time zone ${actor.org.timeZone}::text)::date`;
    return this.database.transaction(actor.org, async (tx) => {
      const rows = await tx.run<Row>(sql`select * from ${orgTable(tx.org.schema, 'absence')} where user_id = ${actor.userId}::uuid and to_day >= ${today} order by from_day`);
      const people = await readPersons(tx, rows.map(({ delegate_id: id }) => id));
      return rows.map((row) => ({ id: row.id, from: row.from_day, to: row.to_day, delegate: people.get(row.delegate_id ?? '') ?? null }));
    });
  }

  async set(actor: Actor, { id, from, to, delegate }: AbsenceToSet): Promise<readonly Absence[]> {
    if (to < from) throw new ApiFailure('VALIDATION_FAILED', { ...peopleRefusals.backwards, words: { from, to } });
    if (delegate === actor.userId) throw new ApiFailure('VALIDATION_FAILED', peopleRefusals.ownDelegate);
    await this.database.transaction(actor.org, async (tx) => {
      const absence = orgTable(tx.org.schema, 'absence');
      if (delegate !== undefined && !(isId(delegate) && (await readPersons(tx, [delegate])).get(delegate)?.active)) throw new ApiFailure('NOT_FOUND', peopleRefusals.noPerson);
      await refuseOverlap(tx, actor, { id, from, to });
      if (id === undefined) {
        await tx.run(sql`insert into ${absence} (id, user_id, delegate_id, from_day, to_day) values (${makeId()}::uuid, ${actor.userId}::uuid, ${delegate ?? null}::uuid, ${from}::date, ${to}::date)`);
        return;
      }
      const changed = isId(id) ? await tx.run(sql`update ${absence} set from_day = ${from}::date, to_day = ${to}::date, delegate_id = ${delegate ?? null}::uuid where id = ${id}::uuid and user_id = ${actor.userId}::uuid returning id`) : [];
      if (changed.length === 0) throw new ApiFailure('NOT_FOUND', peopleRefusals.noAbsence);
    });
    return this.list(actor);
  }

  async remove(actor: Actor, id: string): Promise<readonly Absence[]> {
    const gone = isId(id) ? await this.database.session(actor.org).run(sql`delete from ${orgTable(actor.org.schema, 'absence')} where id = ${id}::uuid and user_id = ${actor.userId}::uuid returning id`) : [];
    if (gone.length === 0) throw new ApiFailure('NOT_FOUND', peopleRefusals.noAbsence);
    return this.list(actor);
  }
}

async function refuseOverlap(tx: OrgTransaction, { userId }: Actor, { id, from, to }: AbsenceToSet): Promise<void> {
  const [other] = await tx.run<Row>(sql`
    select * from ${orgTable(tx.org.schema, 'absence')} where user_id = ${userId}::uuid and from_day <= ${to}::date and to_day >= ${from}::date and id::text <> ${id ?? ''} limit 1`);
  if (other) throw new ApiFailure('CONFLICT', { ...peopleRefusals.overlaps, words: { from: other.from_day, to: other.to_day } });
}
