import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { say } from '@guanxi/field-types';
import { ArrayContains, Repository } from 'typeorm';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import { sendNotifications } from '../activity/send-notifications.js';
import { Clock } from '../config/clock.js';
import { UserRow } from '../database/entities/user-row.js';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { pausedNotice, pauses } from './webhook-wording.js';
import type { PauseReason, Webhook } from './webhook.js';

/** Tells the admins of an org that a webhook stands still. */
@Injectable()
export class PauseNotices {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  async send(org: Org, { name }: Pick<Webhook, 'name'>, because: PauseReason): Promise<void> {
    const admins = await this.users.findBy({ orgId: org.sandboxOf ?? org.id, active: true, permissionSets: ArrayContains([ADMIN_PERMISSION]) });
    const at = this.clock.now(org);
    const notices = admins.map(({ id, locale }) => {
      const language = locale ?? org.locale;
      const reason = say({ ...pauses[because.code], words: { fault: because.fault ?? '' } }, language);
      return { userId: id, kind: 'webhook' as const, text: say({ ...pausedNotice, words: { name, because: reason } }, language), at };
    });
    await this.database.transaction(org, (tx) => sendNotifications(tx, notices));
  }
}
