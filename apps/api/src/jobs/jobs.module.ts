import { Module } from '@nestjs/common';
import { ExportsModule } from '../exchange/exports/exports.module.js';
import { ImportsModule } from '../exchange/imports/imports.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { SandboxesModule } from '../sandboxes/sandboxes.module.js';
import { BackgroundJobs } from './background-jobs.js';
import { BackgroundJobsResolver } from './background-jobs.resolver.js';

/** What goes on in the background, for those who see to the org. */
@Module({ imports: [ExportsModule, ImportsModule, OperationsModule, SandboxesModule], providers: [BackgroundJobs, BackgroundJobsResolver] })
export class JobsModule {}
