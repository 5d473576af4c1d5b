import { Module, type OnModuleInit } from '@nestjs/common';
import { BackupModule } from '../../backup/backup.module.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { Models } from '../../metadata/models.js';
import { Orgs } from '../../orgs/orgs.js';
import { JobHandlers } from '../../queue/job-handlers.js';
import { ExportFiles } from './export-files.js';
import { ExportTrail } from './export-trail.js';
import { ExportMakers } from './export-makers.js';
import { Exports } from './exports.js';
import { ExportsResolver } from './exports.resolver.js';
import { ListReader } from './list-reader.js';
import { Schedules } from './schedules.js';
import { SchedulesResolver } from './schedules.resolver.js';

/** Files out: at once, in the background, and by the calendar. */
@Module({
  imports: [BackupModule],
  providers: [
    {
      provide: ListReader,
      inject: [Models, OrgDatabase, Clock, ValueCipher, ExportTrail],
      useFactory: (models: Models, database: OrgDatabase, clock: Clock, cipher: ValueCipher, trail: ExportTrail) => new ListReader({ models, database, clock, cipher, trail }),
    },
    ExportTrail, ExportFiles, ExportMakers, Exports, ExportsResolver, Schedules, SchedulesResolver,
  ],
  exports: [ListReader, ExportFiles, Exports, Schedules],
})
export class ExportsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly orgs: Orgs,
    private readonly all: Exports,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.handlers.register('export', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      await this.schedules.runDue(org);
      await this.all.runOpen(org, ['list', 'org']);
      await this.all.sweep(org);
    });
    this.handlers.register('backup', async ({ org }) => {
      if (org !== undefined) await this.all.runOpen(await this.orgs.byId(org), ['backup']);
    });
  }
}
