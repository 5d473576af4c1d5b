import { Injectable } from '@nestjs/common';
import type { RetentionRuleDocument } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { readNamesWithBin } from '../audit/read-names-with-bin.js';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { KeptReason } from './find-kept-back.js';
import { nextRun } from './next-run.js';
import { RetentionPreviews } from './retention-previews.js';
import { RetentionStore, type RetentionRun } from './retention-store.js';
import { isSame, termsOf } from './retention-terms.js';
import { retentionFaults } from './retention-wording.js';

export interface RetentionState {
  /** Name of the published rule. */
  readonly rule: string;
  readonly active: boolean;
  /** It was switched on, and says something else since: it does nothing until it is switched on again. */
  readonly changed: boolean;
  readonly switchedBy: string | null;
  readonly switchedAt: Date | null;
  readonly nextRunAt: Date | null;
  readonly lastRun: RetentionRun | null;
}

export interface NamedKept {
  readonly id: string;
  /** Null where it is gone, or for whoever may not read it. */
  readonly name: string | null;
  readonly reason: KeptReason;
}

/** Which rules are at work in an org. A rule does nothing until somebody has seen what it would do and switched it on. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly previews: RetentionPreviews,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Of every published rule. */
  async states({ org }: Actor): Promise<readonly RetentionState[]> {
    const { model } = await this.models.current(org);
    const store = this.store({ org });
    const switched = new Map((await store.switched()).map((one) => [one.ruleId, one]));
    const latest = new Map((await store.latest()).map((one) => [one.ruleId, one]));
    return model.retentionRules.map((rule) => {
      const state = switched.get(rule.guanxi.id);
      const isMeant = state !== undefined && isSame(state.terms, termsOf(rule));
      return {
        rule: rule.name,
        active: state?.active === true && isMeant,
        changed: state?.active === true && !isMeant,
        switchedBy: state?.switchedBy ?? null,
        switchedAt: state?.switchedAt ?? null,
        nextRunAt: state?.active && isMeant ? state.nextAt : null,
        lastRun: latest.get(rule.guanxi.id) ?? null,
      };
    });
  }

  /** Newest first; of one rule, or of all, those that are there no more too. */
  async runs(actor: Actor, { rule: name, first }: { readonly rule?: string; readonly first: number }): Promise<readonly RetentionRun[]> {
    return this.store(actor).runs({ first, ...(name !== undefined && { ruleId: (await this.rule(actor, name)).guanxi.id }) });
  }

  /** Some of what a run left, by the names that the person may read. */
  async kept(actor: Actor, { terms, keptSample }: RetentionRun): Promise<readonly NamedKept[]> {
    if (keptSample.length === 0) return [];
    const { model } = await this.models.current(actor.org);
    const place = { session: this.database.session(actor.org), schema: actor.org.schema, model };
    const names = await readNamesWithBin(place, actor, terms.object, keptSample.map(({ id }) => id));
    return keptSample.map(({ id, reason }) => ({ id, reason, name: names.get(id) ?? null }));
  }

  /** `expected`: as many records as the preview told. Throws `ApiFailure` CONFLICT where there are others by now. */
  async switchOn(actor: Actor, name: string, expected: number | undefined): Promise<RetentionState> {
    const { org, userId } = actor;
    if (org.sandboxOf !== undefined) throw new ApiFailure('CONFLICT', retentionFaults.sandbox);
    const rule = await this.rule(actor, name);
    if (expected === undefined) throw new ApiFailure('BAD_REQUEST', retentionFaults.expected);
    const terms = termsOf(rule);
    const { model } = await this.models.current(org);
    const { overdue } = await this.previews.count(org, terms, model);
    if (overdue !== expected) throw new ApiFailure('CONFLICT', { ...retentionFaults.changed, words: { found: String(overdue), expected: String(expected) } });
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      await new RetentionStore(tx, org.schema).save({ ruleId: rule.guanxi.id, active: true, terms, switchedBy: userId, switchedAt: now, nextAt: nextRun(org, now) });
      await this.trail.note({ orgId: org.id, actorId: userId, kind: 'retentionOn', subject: { kind: 'setting', id: rule.guanxi.id, name: rule.title }, detail: { object: terms.object, do: terms.do, count: overdue } }, tx);
    });
    return this.state(actor, name);
  }

  /** Also ends a run that is under way after its present batch. */
  async switchOff(actor: Actor, name: string): Promise<RetentionState> {
    const { org, userId } = actor;
    const rule = await this.rule(actor, name);
    await this.database.transaction(org, async (tx) => {
      await new RetentionStore(tx, org.schema).save({ ruleId: rule.guanxi.id, active: false, terms: termsOf(rule), switchedBy: userId, switchedAt: this.clock.now(org), nextAt: null });
      await this.trail.note({ orgId: org.id, actorId: userId, kind: 'retentionOff', subject: { kind: 'setting', id: rule.guanxi.id, name: rule.title }, detail: { object: rule.object } }, tx);
    });
    return this.state(actor, name);
  }

  private async state(actor: Actor, name: string): Promise<RetentionState> {
    const state = (await this.states(actor)).find(({ rule }) => rule === name);
    if (!state) throw new ApiFailure('NOT_FOUND', { ...retentionFaults.noRule, words: { name } });
    return state;
  }

  private async rule({ org }: Actor, name: string): Promise<RetentionRuleDocument> {
    const { model } = await this.models.current(org);
    const rule = model.retentionRules.find((one) => one.name === name);
    if (!rule) throw new ApiFailure('NOT_FOUND', { ...retentionFaults.noRule, words: { name } });
    return rule;
  }

  private store({ org }: Pick<Actor, 'org'>): RetentionStore {
    return new RetentionStore(this.database.session(org), org.schema);
  }
}
