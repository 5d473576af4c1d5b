import { Module, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { HealthModule } from '../health/health.module.js';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Queues } from '../queue/queues.js';
import { RecordWriter } from '../records/record-writer.js';
import { Activations } from './activations.js';
import { AutomationResolver } from './automation.resolver.js';
import { WorkflowDesignerResolver } from './designer.resolver.js';
import { CallOutbox } from './calls/call-outbox.js';
import { CallsModule } from './calls/calls.module.js';
import { Engine } from './engine.js';
import { Explanations } from './explanations.js';
import { AutomationAlerts } from './fair/automation-alerts.js';
import { FairnessModule } from './fair/fairness.module.js';
import { FairnessResolver } from './fair/fairness.resolver.js';
import { shareOf } from './fair/share-of.js';
import { Look } from './look.js';
import { Absences } from './people/absences.js';
import { Approvals } from './people/approvals.js';
import { Forms } from './people/forms.js';
import { PeopleResolver } from './people/people.resolver.js';
import { WaitingWork } from './people/waiting-work.js';
import { Milestones } from './milestones/milestones.js';
import { MilestonesResolver } from './milestones/milestones.resolver.js';
import { Rehearsals } from './rehearse/rehearsals.js';
import { RepeatedRuns } from './repeat/repeated-runs.js';
import { Runs } from './runs.js';
import { SaveSwitch } from './save-switch.js';
import { Simulations } from './simulations.js';
import { RunNamesResolver } from './trace/run-names.resolver.js';
import { TrialsModule } from './trial/trials.module.js';
import { WorkflowVersions } from './versions.js';
import { WorkflowStates } from './workflow-states.js';

/** What happens by itself. */
@Module({ imports: [CallsModule, FairnessModule, HealthModule, TrialsModule], providers: [Absences, Activations, Approvals, AutomationResolver, Engine, Explanations, FairnessResolver, Forms, Look, Milestones, MilestonesResolver, PeopleResolver, Rehearsals, RepeatedRuns, RunNamesResolver, Runs, SaveSwitch, Simulations, WorkflowDesignerResolver, WaitingWork, WorkflowStates, WorkflowVersions], exports: [Engine] })
export class AutomationModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly queues: Queues,
    private readonly orgs: Orgs,
    private readonly engine: Engine,
    private readonly looker: Look,
    private readonly writer: RecordWriter,
    private readonly alerts: AutomationAlerts,
    private readonly outbox: CallOutbox,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.writer.onWritten((org) => this.queues.wake('automation', org));
    this.handlers.register('look', () => this.looker.look());
    this.handlers.register('automation', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      if (await this.engine.work(org, shareOf(org, this.settings.automationWeights))) this.queues.wake('automation', org);
      await this.alerts.tell(org);
      if (await this.outbox.isDue(org)) this.queues.wake('calls', org);
    });
  }
}
