import { orgTable } from '@guanxi/query';
import { programOf } from '@guanxi/workflow';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { newId } from '../../records/new-id.js';
import { findWorkflow } from '../active-workflow.js';
import { countRuns } from '../fair/count-runs.js';
import { workflowRefusals } from '../refusal-wording.js';

interface OverRun {
  readonly workflow_id: string;
  readonly revision: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Positions of the steps that it has come to itself. */
  readonly steps: readonly number[];
}

/** Runs that begin at a step of another one, which is over: what it has noted stays as it is. */
@Injectable()
export class RepeatedRuns {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /**
   * Begins a run on the same record and revision at a step that the other run has come to, with what steps before that one have left. What the
   * steps do is done again, by a run of its own with effects of its own. Rounds of loops belong to their loop and are not begun alone. Answers its id.
   */
  async begin({ org, userId }: Actor, runId: string, stepId: string): Promise<string> {
    const now = this.clock.now(org);
    const id = newId();
    await this.database.transaction(org, async (tx) => {
      const run = orgTable(org.schema, 'run');
      const [over] = isId(runId) ? await tx.run<OverRun>(sql`
        select workflow_id, revision, "values", array(select position from ${orgTable(org.schema, 'runStep')} where run_id = run.id and status <> 'resting') as steps
        from ${run} as run where id = ${runId}::uuid and parent_id is null and status in ('done', 'failed', 'cancelled')`) : [];
      const named = over && (await this.models.at(org, over.revision));
      const workflow = named && findWorkflow(named, over.workflow_id);
      const program = workflow ? programOf(workflow, named) : [];
      const step = program.findIndex((instruction) => instruction.step.id === stepId);
      const at = program[step];
      if (!over || !at || !over.steps.includes(step)) throw new ApiFailure('CONFLICT', workflowRefusals.notAgain);
      const left = Object.fromEntries(Object.entries(over.values).filter(([name]) => at.variables.has(name)));
      const trigger = { kind: 'again', run: runId, step: stepId, actor: userId, at: now.toISOString() };
      await tx.run(sql`insert into ${run} (id, workflow_id, revision, object, record_id, occasion, status, step, trigger, facts, started_at, next_attempt_at, "values")
        select ${id}::uuid, workflow_id, revision, object, record_id, ${`again:${id}`}, ${step === 0 ? 'waiting' : 'running'}, ${step}::int, ${JSON.stringify(trigger)}::jsonb, facts,
          ${now}::timestamptz, ${now}::timestamptz, ${JSON.stringify(left)}::jsonb
        from ${run} where id = ${runId}::uuid`);
      await countRuns(tx, over.workflow_id, 1, now);
    });
    this.queues.wake('automation', org);
    return id;
  }
}
