import { Injectable } from '@nestjs/common';
import { translate, type Model, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { readDueRule, simulateElapsed, type DueRule, type SimulationSpan } from '@guanxi/workflow';
import { sql } from 'kysely';
import { Actors } from '../../access/actors.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { RecordWriter } from '../../records/record-writer.js';
import { placeOf } from '../active-workflow.js';
import { Activations } from '../activations.js';
import { Engine } from '../engine.js';
import { findByName } from '../find-by-name.js';
import { workflowRefusals } from '../refusal-wording.js';
import { compareFirings, type Comparison } from './compare-firings.js';
import { compareSteps, type StepComparison } from './compare-steps.js';
import { momentOf, readScript, type Scene } from './script.js';
import { buildStage, clearStage, stageOf } from './stage.js';
import { Statistics } from './statistics.js';

export interface Rehearsal extends Comparison, StepComparison {
  readonly from: string;
  readonly to: string;
  /** How long it took. */
  readonly milliseconds: number;
}

interface Play {
  readonly org: Org;
  readonly model: Model;
  readonly workflow: WorkflowDocument;
  readonly rule: DueRule;
  /** Workflows that are on in the org play along. */
  readonly others: readonly WorkflowDocument[];
  readonly from: string;
  readonly to: string;
  /** Instants at which the first day begins and the last one has ended. */
  readonly begins: Date;
  readonly ends: Date;
}

/**
 * Live with a simulated clock: the org's records come in once more, in a schema of their own and in the order of their
 * days, through the same writer, events, due times, sweeps and steps as in operation. What fired is compared, row by row,
 * with what `simulate` says, and what each step did with what it was thought to do.
 */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    private readonly engine: Engine,
    private readonly activations: Activations,
  ) {}

  async rehearse(org: Org, name: string, span: SimulationSpan): Promise<Rehearsal> {
    const started = Date.now();
    return this.alone(org, async () => {
      const play = await this.prepare(org, name, span);
      const stage = stageOf(org, play.begins);
      try {
        const empty = emptyObjects([play.workflow, ...play.others], play.rule);
        const before = sql`(${momentOf(play.rule)} < ${play.begins}::timestamptz or ${momentOf(play.rule)} is null)`;
        await buildStage(this.database, org, stage, { model: play.model, empty, played: { object: play.rule.anchor.source, before } });
        for (const { name: other } of [play.workflow, ...play.others]) await this.activations.activate(stage, other, false);
        await this.perform(play, stage, empty);
        // Records stand on the stage as they are, so that is how they are thought of as well.
        const place = { ...play.rule.place, now: sql`${play.ends}::timestamptz`, asOf: sql`'infinity'::timestamptz` };
        const { firings } = simulateElapsed({ ...play.rule, place });
        const session = this.database.session(org);
        const span = { from: play.from, to: play.to };
        const comparison = await compareFirings(session, { firings, stage, workflowId: play.workflow.guanxi.id, span });
        const steps = await compareSteps(session, { firings, stage, workflow: play.workflow, model: play.model, place, span, ends: play.ends });
        return { ...comparison, ...steps, equal: comparison.equal && steps.stepDifferences.length === 0, from: play.from, to: play.to, milliseconds: Date.now() - started };
      } finally {
        await clearStage(this.database, stage);
      }
    });
  }

  /** Two rehearsals of an org would play on the same stage. The hold ends with its connection, however that ends. */
  private async alone<T>(org: Org, work: () => Promise<T>): Promise<T> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 1)) as free', [org.schema]);
      if (!rows[0]?.free) throw new ApiFailure('CONFLICT', workflowRefusals.rehearsing);
      try {
        return await work();
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [org.schema]);
      }
    } finally {
      client.release();
    }
  }

  private async prepare(org: Org, name: string, span: SimulationSpan): Promise<Play> {
    const { model } = await this.models.current(org);
    const workflow = findByName(model.workflows, name);
    const rule = 'elapsed' in workflow.trigger ? readDueRule(workflow, placeOf(org, { named: model, stored: model }, this.clock)) : undefined;
    if (!rule?.parentColumn) throw new ApiFailure('BAD_REQUEST', { ...workflowRefusals.notElapsed, words: { workflow: (locale) => translate(workflow.title, workflow.titles, locale) } });
    const session = this.database.session(org);
    const [known] = await session.run<{ first: string | null; last: string | null }>(sql`
      select to_char(min(${momentOf(rule)}) at time zone ${org.timeZone}::text, 'YYYY-MM-DD') as first,
        ${rule.line.dueDay(rule.line.keep(sql`max(${sql.id('source', rule.anchorColumn)})`))} as last
      from ${rule.sources} as source where source.deleted_at is null`);
    const now = this.clock.now(org);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: org.timeZone, dateStyle: 'short' }).format(now);
    const from = span.from ?? known?.first ?? today;
    const to = span.to ?? (known?.last && known.last < today ? known.last : today);
    const [edges] = await session.run<{ begins: Date; ends: Date }>(sql`
      select ${from}::date::timestamp at time zone ${org.timeZone}::text as begins, (${to}::date + 1)::timestamp at time zone ${org.timeZone}::text as ends`);
    if (!edges || edges.begins >= edges.ends) throw new ApiFailure('BAD_REQUEST', { ...workflowRefusals.backwards, words: { to, from } });
    const active = await session.run<{ workflow_id: string }>(sql`select workflow_id from ${orgTable(org.schema, 'activation')}`);
    const ids = new Set(active.map(({ workflow_id: id }) => id));
    const others = model.workflows.filter(({ guanxi }) => ids.has(guanxi.id) && guanxi.id !== workflow.guanxi.id);
    return { org, model, workflow, rule, others, from, to, ...edges };
  }

  /** From one thing that happens to the next: records that come in, lines that are reached, steps to be tried again. */
  private async perform({ org, rule, begins, ends }: Play, stage: Org, empty: ReadonlySet<string>): Promise<void> {
    const scenes = readScript(this.database.session(org), { rule, empty, from: begins, until: ends });
    let scene = await nextOf(scenes);
    let clock = begins;
    const statistics = new Statistics(this.database, stage);
    for (;;) {
      const due = await this.nextDue(stage, clock);
      const sceneFirst = scene !== undefined && (due === undefined || scene.at < due);
      const at = sceneFirst ? scene?.at : due;
      if (!at || at > ends) break;
      clock = at;
      const org = { ...stage, clock: at.toISOString() };
      if (sceneFirst && scene) {
        await this.enter(org, rule.anchor.source.name, scene);
        await statistics.entered(scene.rows.length);
        scene = await nextOf(scenes);
      }
      while (await this.engine.work(org));
    }
  }

  private async enter(org: Org, object: string, { rows }: Scene): Promise<void> {
    const actor = await this.actors.forSystem(org, 'import');
    await this.database.transaction(org, async (tx) => {
      const written = await this.writer.create(tx, actor, object, rows, { unchecked: true });
      if ('problems' in written) throw validationFailure(written.problems);
    });
  }

  /** What lies before the clock has been seen: it is not looked at again, so that the play always goes on. */
  private async nextDue(stage: Org, clock: Date): Promise<Date | undefined> {
    const [next] = await this.database.session(stage).run<{ at: Date | null }>(sql`
      select least((select min(due_at) from ${orgTable(stage.schema, 'due')} where state = 'waiting' and due_at > ${clock}::timestamptz),
        (select min(next_attempt_at) from ${orgTable(stage.schema, 'run')} where next_attempt_at > ${clock}::timestamptz)) as at`);
    return next?.at ?? undefined;
  }
}

async function nextOf(scenes: AsyncGenerator<Scene>): Promise<Scene | undefined> {
  const next = await scenes.next();
  return next.done ? undefined : next.value;
}

/** What the workflows themselves make is not there beforehand. */
function emptyObjects(workflows: readonly WorkflowDocument[], rule: DueRule): ReadonlySet<string> {
  const made = workflows.flatMap(({ steps }) => steps.flatMap(({ action, input }) => (action === 'createRecord' ? [String(input['object'])] : [])));
  return new Set(made.filter((name) => name !== rule.anchor.source.name && name !== rule.object.name));
}
