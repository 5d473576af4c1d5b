import { Injectable, Logger } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { isUpkeepDue } from '../metadata/online/upkeep-due.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { isMailWaiting } from '../mail/outbox.js';
import type { JobKind } from '../queue/job-kinds.js';
import { Queues } from '../queue/queues.js';
import { isDue } from '../webhooks/webhook-store.js';
import { isCallDue } from './calls/call-outbox.js';
import { isWorkReady } from './ready-work.js';

/** Of every kind of job that is about one org. */
type Findings = Readonly<Record<Exclude<JobKind, 'look' | 'files' | 'trail' | 'follows'>, boolean>>;

/**
 * Looks into every org's tables for work that nobody was woken for: lines that time has crossed, steps to be tried again,
 * and whatever a lost queue or a killed worker has left. A few index look-ups per org.
 */
@Injectable()
export class Look {
  private readonly logger = new Logger(Look.name);

  constructor(
    private readonly orgs: Orgs,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  async look(): Promise<void> {
    for (const org of await this.orgs.all()) {
      if (org.clock !== undefined) continue;
      try {
        const found = await this.find(org);
        for (const kind of Object.keys(found) as (keyof Findings)[]) if (found[kind]) this.queues.wake(kind, org);
      } catch (error) {
        this.logger.error(`The tables of org ${org.id} could not be looked at: ${String(error)}`);
      }
    }
  }

  private async find(org: Org): Promise<Findings> {
    const { revision } = await this.models.current(org);
    const now = sql`${this.clock.now(org)}::timestamptz`;
    const table = (name: Parameters<typeof orgTable>[1]) => orgTable(org.schema, name);
    const [found] = await this.database.session(org).run<Findings>(sql`select
      ${isWorkReady(org.schema, { revision, now: this.clock.now(org) })}
        or (not exists (select from ${table('automationStop')}) and exists (select from ${table('automationAlert')}))
        as automation,
      exists (select from ${table('import')} where status in ('queued', 'reading', 'checking', 'writing') or (status = 'ready' and started_at < now() - interval '7 days')) as import,
      exists (select from ${table('export')} where (status in ('queued', 'running') and kind <> 'backup') or expires_at < ${now})
        or exists (select from ${table('exportSchedule')} where active and next_at <= ${now}) as export,
      exists (select from ${table('export')} where status in ('queued', 'running') and kind = 'backup') as backup,
      exists (select from ${table('operation')} where status = 'running' and request is not null) as operations,
      exists (select from guanxi.sandbox where org_id = ${org.id} and state in ('waiting', 'copying')) as sandbox,
      exists (select from ${table('webhook')} where ${isDue(this.clock.now(org))}) as webhooks,
      ${isCallDue(org, this.clock.now(org))} as calls,
      ${isMailWaiting(org, this.clock.now(org))} as mail,
      exists (select from ${table('share')} where until <= ${now}) as shares,
      exists (select from ${table('retention')} where active and next_at <= ${now}) or exists (select from ${table('retentionRun')} where status = 'running') as retention,
      ${isUpkeepDue(org)} as upkeep`);
    return found ?? { automation: false, import: false, export: false, backup: false, operations: false, sandbox: false, upkeep: false, webhooks: false, calls: false, mail: false, shares: false, retention: false };
  }
}
