import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgRow } from '../database/entities/org-row.js';
import { SandboxRow } from '../database/entities/sandbox-row.js';
import { SessionRow } from '../database/entities/session-row.js';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Sandboxes } from './sandboxes.js';
import { SandboxesResolver } from './sandboxes.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([OrgRow, SandboxRow, SessionRow])], providers: [Sandboxes, SandboxesResolver], exports: [Sandboxes] })
export class SandboxesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly sandboxes: Sandboxes,
  ) {}

  onModuleInit(): void {
    this.handlers.register('sandbox', async ({ org }) => {
      if (org !== undefined) await this.sandboxes.fill(await this.orgs.byId(org));
    });
  }
}
