import { say, type Wording } from '@guanxi/field-types';
import { translate } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { ArrayContains, Repository } from 'typeorm';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { sendNotifications } from '../../activity/send-notifications.js';
import { Clock } from '../../config/clock.js';
import { UserRow } from '../../database/entities/user-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { findWorkflow } from '../active-workflow.js';
import { fairTexts } from './fair-wording.js';
import { WorkflowAuthors } from './workflow-authors.js';

interface AlertRow {
  readonly kind: 'runaway' | 'loop';
  readonly workflow_id: string;
  readonly detail: { readonly made?: number; readonly limit?: number; readonly workflows?: readonly string[] };
}

const texts: Readonly<Record<AlertRow['kind'], Wording>> = { runaway: fairTexts.runawayAlert, loop: fairTexts.loopAlert };

/** Tells admins, and whoever changed the workflow last, what the engine has stopped. Each of it once, whoever dies in between. */
@Injectable()
export class AutomationAlerts {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly authors: WorkflowAuthors,
  ) {}

  async tell(org: Org): Promise<void> {
    const alert = orgTable(org.schema, 'automationAlert');
    const session = this.database.session(org);
    if ((await session.run(sql`select id from ${alert} limit 1`)).length === 0) return;
    const people = await this.users.findBy({ orgId: org.sandboxOf ?? org.id, active: true });
    const admins = new Set((await this.users.findBy({ orgId: org.sandboxOf ?? org.id, active: true, permissionSets: ArrayContains([ADMIN_PERMISSION]) })).map(({ id }) => id));
    const authors = await this.authors.of(org);
    const { model } = await this.models.current(org);
    const at = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      const alerts = await tx.run<AlertRow>(sql`delete from ${alert} where id in (select id from ${alert} order by id limit 100 for update skip locked) returning kind, workflow_id, detail`);
      await sendNotifications(tx, alerts.flatMap(({ kind, workflow_id: workflowId, detail }) => {
        const about = detail.workflows ?? [workflowId];
        const owners = new Set(about.map((id) => authors.get(id)?.by));
        return people.filter(({ id }) => admins.has(id) || owners.has(id)).map(({ id, locale }) => {
          const language = locale ?? org.locale;
          const titles = about.map((one) => {
            const workflow = findWorkflow(model, one);
            return say({ ...fairTexts.quoted, words: { name: workflow ? translate(workflow.title, workflow.titles, language) : one } }, language);
          });
          const number = new Intl.NumberFormat(language);
          const words = { names: new Intl.ListFormat(language).format(titles), made: number.format(detail.made ?? 0), limit: number.format(detail.limit ?? 0) };
          return { userId: id, kind: 'workflow' as const, text: say({ ...texts[kind], words }, language), at };
        });
      }));
    });
  }
}
