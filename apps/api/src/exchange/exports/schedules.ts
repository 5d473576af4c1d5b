import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { checkCron, nextTime } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Actors } from '../../access/actors.js';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { sendNotifications } from '../../activity/send-notifications.js';
import { isTimeZone } from '../../config/international.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, InputFailure, type SaidProblem } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import { Queues } from '../../queue/queues.js';
import { ExportMakers } from './export-makers.js';
import type { BackupWish, OrgWish } from './export-record.js';
import { exportFaults, exportNews } from './export-wording.js';
import { Exports } from './exports.js';
import { fileNameOf } from './file-name.js';

export type ScheduledWish = { readonly kind: 'org'; readonly wish: OrgWish } | { readonly kind: 'backup'; readonly wish: BackupWish };

export type ScheduleWish = ScheduledWish & {
  readonly title: string;
  /** Minute, hour, day, month, weekday. */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly active: boolean;
};

export type Schedule = ScheduleWish & {
  readonly id: string;
  readonly userId: string;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
};

const LEAST_BETWEEN_MS = 3_600_000;
const LONGEST_TITLE = 80;

/** Exports and backups that the calendar asks for, in the name of whoever made the schedule. */
@Injectable()
export class Schedules {
  constructor(
    private readonly database: OrgDatabase,
    private readonly actors: Actors,
    private readonly exports: Exports,
    private readonly makers: ExportMakers,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  list(org: Org): Promise<readonly Schedule[]> {
    return this.database.session(org).run<Schedule>(sql`select ${COLUMNS} from ${table(org)} order by title, id`);
  }

  /** Makes one, or changes the one with this id. */
  async save(actor: Actor, wanted: ScheduleWish, id?: string): Promise<Schedule> {
    const { org, userId } = actor;
    const nextAt = this.check(wanted, this.clock.now(org));
    await this.makers.check(wanted, actor);
    const { title, kind, wish, cron, timeZone, active } = wanted;
    const session = this.database.session(org);
    const [saved] = id === undefined
      ? await session.run<Schedule>(sql`insert into ${table(org)} (id, title, kind, wish, cron, time_zone, active, user_id, created_at, next_at)
          values (${makeId()}::uuid, ${title.trim()}, ${kind}, ${JSON.stringify(wish)}::jsonb, ${cron.trim()}, ${timeZone}, ${active}, ${userId}::uuid, ${this.clock.now(org)}::timestamptz, ${nextAt}::timestamptz)
          returning ${COLUMNS}`)
      : await session.run<Schedule>(sql`update ${table(org)} set title = ${title.trim()}, kind = ${kind}, wish = ${JSON.stringify(wish)}::jsonb, cron = ${cron.trim()},
          time_zone = ${timeZone}, active = ${active}, user_id = ${userId}::uuid, next_at = ${nextAt}::timestamptz where id = ${isId(id) ? id : null}::uuid returning ${COLUMNS}`);
    if (!saved) throw new ApiFailure('NOT_FOUND', exportFaults.noSchedule);
    return saved;
  }

  async remove(org: Org, id: string): Promise<void> {
    const gone = isId(id) ? await this.database.session(org).run<{ id: string }>(sql`delete from ${table(org)} where id = ${id}::uuid returning id`) : [];
    if (gone.length === 0) throw new ApiFailure('NOT_FOUND', exportFaults.noSchedule);
  }

  /** Those that somebody made run in the name of another person from now on; what that one may not export stays where it is. Answers how many went over. */
  async handOver(fromId: string, heir: Actor): Promise<number> {
    const { org } = heir;
    const session = this.database.session(org);
    const own = await session.run<Schedule>(sql`select ${COLUMNS} from ${table(org)} where user_id = ${fromId}::uuid`);
    const possible: string[] = [];
    for (const schedule of own) {
      try {
        await this.makers.check(pick(schedule), heir);
        possible.push(schedule.id);
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
      }
    }
    if (possible.length > 0) await session.run(sql`update ${table(org)} set user_id = ${heir.userId}::uuid where id = any(${possible}::uuid[])`);
    return possible.length;
  }

  /** Asks for what is due. What was missed while nobody worked is made up for once. */
  async runDue(org: Org): Promise<void> {
    const now = this.clock.now(org);
    const due = await this.database.session(org).run<Schedule>(sql`select ${COLUMNS} from ${table(org)} where active and next_at <= ${now}::timestamptz`);
    for (const schedule of due) {
      const next = nextTime(schedule.cron, schedule.timeZone, now);
      // Of several workers only the one that moves the line asks.
      const [mine] = await this.database.session(org).run<{ id: string }>(sql`update ${table(org)}
        set next_at = coalesce(${next ?? null}::timestamptz, next_at), active = ${next !== undefined}, last_at = ${now}::timestamptz
        where id = ${schedule.id}::uuid and active and next_at <= ${now}::timestamptz returning id`);
      if (mine) await this.ask(org, schedule, now);
    }
  }

  private async ask(org: Org, { id, title, userId, timeZone, ...wanted }: Schedule, now: Date): Promise<void> {
    const actor = await this.actors.forUser(org, userId, 'page');
    if (!actor) return this.stop(org, { id, title, now });
    await this.exports.add(actor, { ...pick(wanted), scheduleId: id, fileName: fileNameOf(title, wanted.kind === 'backup' ? 'guanxi-backup' : 'zip', now, timeZone) });
    this.queues.wake(wanted.kind === 'backup' ? 'backup' : 'export', org);
  }

  /** In nobody's name nothing goes out: the schedule is off, and every admin is told. */
  private async stop(org: Org, { id, title, now }: { readonly id: string; readonly title: string; readonly now: Date }): Promise<void> {
    await this.database.transaction(org, async (tx) => {
      await tx.run(sql`update ${table(org)} set active = false where id = ${id}::uuid`);
      const admins = await tx.run<{ id: string; locale: string | null }>(sql`select id, locale from guanxi."user" where org_id = ${org.sandboxOf ?? org.id}::uuid and active and ${ADMIN_PERMISSION} = any(permission_sets)`);
      await sendNotifications(tx, admins.map((admin) => ({ userId: admin.id, kind: 'export', text: say({ ...exportNews.stopped, words: { title } }, admin.locale ?? org.locale), at: now })));
    });
  }

  private check({ title, cron, timeZone }: ScheduleWish, now: Date): Date {
    const problems: SaidProblem[] = [];
    if (title.trim() === '' || title.trim().length > LONGEST_TITLE) problems.push({ path: '/title', code: 'title', said: exportFaults.noTitle });
    if (!isTimeZone(timeZone)) problems.push({ path: '/timeZone', code: 'time-zone', said: { ...exportFaults.timeZone, words: { text: timeZone } } });
    const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
    const next = checkCron(cron) === undefined ? nextTime(cron, zone, now) : undefined;
    const second = next && nextTime(cron, zone, next);
    if (!next) problems.push({ path: '/cron', code: 'cron', said: { ...exportFaults.cron, words: { text: cron } } });
    else if (second && second.getTime() - next.getTime() < LEAST_BETWEEN_MS) problems.push({ path: '/cron', code: 'too-often', said: exportFaults.tooOften });
    if (problems.length > 0 || !next) throw new InputFailure(problems);
    return next;
  }
}

function pick({ kind, wish }: ScheduledWish): ScheduledWish {
  return { kind, wish } as ScheduledWish;
}

function table(org: Org): RawBuilder<unknown> {
  return orgTable(org.schema, 'exportSchedule');
}

const COLUMNS = sql`id, title, kind, wish, cron, time_zone as "timeZone", active, user_id as "userId", next_at as "nextAt", last_at as "lastAt"`;
