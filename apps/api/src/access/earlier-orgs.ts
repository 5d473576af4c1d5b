import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { Orgs } from '../orgs/orgs.js';
import { settleStandings, STANDINGS_READ } from './principals.js';

/** At the first start of this version: roles, teams and queues of what is published already come to count. */
@Injectable()
export class EarlierOrgs implements OnApplicationBootstrap {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: OrgDatabase,
    private readonly orgs: Orgs,
    private readonly models: Models,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const left = await this.dataSource.query<{ id: string }[]>(
      'select id from guanxi.org o where published_revision > 0 and not exists (select from guanxi.org_migration m where m.org_id = o.id and m.name = $1) order by created_at, id',
      [STANDINGS_READ],
    );
    for (const { id } of left) {
      const org = await this.orgs.byId(id);
      const { model } = await this.models.current(org);
      await this.database.transaction(org, (tx) => settleStandings(tx, model)).catch((error: unknown) => {
        // An org whose tables cannot be reached keeps nobody else from starting; the next start tries again.
        this.logger.error(`Who counts as whom in org ${id} could not be worked out.`, error);
      });
    }
  }
}
