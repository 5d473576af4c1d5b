import { Module, type OnModuleInit } from '@nestjs/common';
import { ExportsModule } from '../exchange/exports/exports.module.js';
import { OperationRunner } from '../operations/operation-runner.js';
import { OperationsModule } from '../operations/operations.module.js';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Departures } from './departures.js';
import { DeparturesResolver } from './departures.resolver.js';
import { performHandOver } from './perform-hand-over.js';
import { Places } from './places.js';
import { PlacesResolver } from './places.resolver.js';
import { RuleCountResolver } from './rule-count.resolver.js';
import { ShareSweep } from './share-sweep.js';
import { Shares } from './shares.js';
import { SharesResolver } from './shares.resolver.js';
import { UserPlacesResolver } from './user-places.resolver.js';

/** Where people stand in the org, what they open to each other, and what becomes of it when they leave. */
@Module({
  imports: [ExportsModule, OperationsModule],
  providers: [Departures, DeparturesResolver, Places, PlacesResolver, RuleCountResolver, Shares, SharesResolver, ShareSweep, UserPlacesResolver],
  exports: [Places, Shares],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly runner: OperationRunner,
    private readonly sweep: ShareSweep,
  ) {}

  onModuleInit(): void {
    this.runner.register('handOver', performHandOver);
    this.handlers.register('shares', async ({ org }) => {
      if (org !== undefined) await this.sweep.sweep(await this.orgs.byId(org));
    });
  }
}
