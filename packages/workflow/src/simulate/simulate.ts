import { say } from '@guanxi/field-types';
import type { WorkflowDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import { triggerFamily, triggerName, type TriggerFamily, type TriggerKind, type TriggerName } from '../definition/trigger.js';
import { workflowTriggers } from '../definition/triggers/registry.js';
import { readDueRule } from '../due/due-rule.js';
import type { OrgPlace } from '../expressions/record-place.js';
import { unknownLimits } from './limit-wording.js';
import { simulateChanges } from './simulate-changes.js';
import { simulateElapsed } from './simulate-elapsed.js';
import { simulateSchedule } from './simulate-schedule.js';
import type { Simulation, SimulationRequest } from './simulation.js';

/** Replays any rule over history, up to now. Nothing is written. */
export function simulate(workflow: WorkflowDocument, place: OrgPlace, request: SimulationRequest): Simulation {
  return families[triggerFamily(workflow.trigger)](workflow, place, request);
}

const families: Readonly<Record<TriggerFamily, (workflow: WorkflowDocument, place: OrgPlace, request: SimulationRequest) => Simulation>> = {
  due: (workflow, place, { locale }) => simulateElapsed(readDueRule(workflow, place), locale),
  change: (workflow, place, { locale }) => simulateChanges(workflow, place, locale),
  save: (workflow, place, { locale }) => simulateChanges(workflow, place, locale),
  schedule: simulateSchedule,
  call: (workflow, place, { locale }) => unknown([say({ ...unknownLimits.call, words: { sentence: sentenceOf(workflow, place, locale) } }, locale)]),
  segment: (_workflow, _place, { locale }) => unknown([say(unknownLimits.segment, locale)]),
};

function unknown(limits: readonly string[]): Simulation {
  const firings = sql`select null::uuid as record_id, null::text as anchor, null::text as due, null::text as due_day, null::timestamptz as at, null::uuid as owner where false`;
  return { firings, isKnown: false, limits };
}

function sentenceOf({ trigger, object: name }: WorkflowDocument, { named }: OrgPlace, locale: string): string {
  const kind = triggerName(trigger);
  const object = named.objectByName.get(name);
  const { describe } = workflowTriggers[kind] as TriggerKind<TriggerName>;
  return object ? describe((trigger as Readonly<Record<string, unknown>>)[kind] as never, object, named, locale) : name;
}
