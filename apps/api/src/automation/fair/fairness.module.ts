import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UserRow } from '../../database/entities/user-row.js';
import { AutomationAlerts } from './automation-alerts.js';
import { AutomationControl } from './automation-control.js';
import { Backlogs } from './backlog.js';
import { ParkedRuns } from './parked-runs.js';
import { WorkflowAuthors } from './workflow-authors.js';
import { WorkflowFares } from './workflow-fares.js';

/** Nobody starves, nothing runs away, and what failed is looked after. */
@Module({
  imports: [TypeOrmModule.forFeature([UserRow])],
  providers: [AutomationAlerts, AutomationControl, Backlogs, ParkedRuns, WorkflowAuthors, WorkflowFares],
  exports: [AutomationAlerts, AutomationControl, Backlogs, ParkedRuns, WorkflowFares],
})
export class FairnessModule {}
