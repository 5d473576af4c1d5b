import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Orgs } from '../../orgs/orgs.js';
import { JobHandlers } from '../../queue/job-handlers.js';
import { Queues } from '../../queue/queues.js';
import { Bin } from '../bin/bin.js';
import { OnlineWork } from './online-work.js';

/** Looks after the tables of an org: at once when something was published, and whenever a look finds something to do. */
@Injectable()
export class Upkeep implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queues: Queues,
    private readonly orgs: Orgs,
    private readonly online: OnlineWork,
    private readonly bin: Bin,
  ) {}

  onModuleInit(): void {
    this.handlers.register('upkeep', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      if (await this.online.work(org)) this.queues.wake('upkeep', org);
      await this.bin.sweep(org);
    });
  }
}
