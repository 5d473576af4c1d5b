import { Injectable } from '@nestjs/common';
import { translate, type Translations } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { timeLeft } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import { findReadableRecord } from '../../activity/readable-record.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import { placeOf } from '../active-workflow.js';
import { milestoneCalendar } from './milestone-calendar.js';
import type { MilestoneStateName, MilestoneType } from './milestone.type.js';

interface MilestoneRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly titles: Translations;
  readonly target: string;
  readonly calendar: string | null;
  readonly revision: number;
  readonly run_id: string;
  readonly started_at: Date;
  readonly warn_at: Date | null;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly paused_at: Date | null;
  readonly due_left: number | null;
}

const MOST = 50;

/** The clocks of records, as they stand. */
@Injectable()
export class Milestones {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Newest first; undefined where there is no such record for this person. */
  async ofRecord({ org, access, locale }: Actor, objectName: string, recordId: string): Promise<readonly MilestoneType[] | undefined> {
    const session = this.database.session(org);
    const { model } = await this.models.current(org);
    const record = await findReadableRecord({ session, schema: org.schema, model }, access, objectName, recordId);
    if (!record) return undefined;
    const rows = await session.run<MilestoneRow>(sql`select id, name, title, titles, target, calendar, revision, run_id, started_at, warn_at, due_at, ended_at, paused_at, due_left
      from ${orgTable(org.schema, 'milestone')} where record_id = ${record.id}::uuid and object = ${record.object.id} order by started_at desc, id limit ${MOST}`);
    const now = this.clock.now(org);
    return Promise.all(rows.map(async (row): Promise<MilestoneType> => {
      const place = placeOf(org, { named: await this.models.at(org, row.revision), stored: model }, this.clock);
      const left = row.ended_at ? null : row.due_left !== null && row.paused_at ? row.due_left * 1000 : timeLeft(now.getTime(), row.due_at.getTime(), milestoneCalendar(row.calendar, place));
      return {
        id: row.id, name: row.name, title: row.title === null ? null : translate(row.title, row.titles, locale), state: stateOf(row, now), target: row.target, calendar: row.calendar, startedAt: row.started_at, warnsAt: row.warn_at, dueAt: row.due_at, endedAt: row.ended_at,
        minutesLeft: left === null ? null : Math.floor(left / 60_000), runId: row.run_id,
      };
    }));
  }
}

function stateOf({ ended_at: ended, due_at: due, warn_at: warns, paused_at: paused }: MilestoneRow, now: Date): MilestoneStateName {
  if (ended) return ended <= due ? 'met' : 'late';
  if (paused) return 'paused';
  if (due <= now) return 'violated';
  return warns && warns <= now ? 'warning' : 'running';
}
