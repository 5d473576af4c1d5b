import { say } from '@guanxi/field-types';
import { pluralWord, type WorkflowDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import { recordTable } from '@guanxi/query';
import { typedFormula } from '../expressions/read-formula.js';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { storedObject, type OrgPlace } from '../expressions/record-place.js';
import { wasThere } from '../past/record-as-of.js';
import { lastTimes } from './last-times.js';
import { pastLimits, scheduleLimits } from './limit-wording.js';
import { ownerOf, type Simulation, type SimulationRequest } from './simulation.js';

/** Days that are replayed where nobody says from when on. */
const USUAL_DAYS = 90;
const MOST_TIMES = 1_000;
const DAY = 86_400_000;

/** Replays a schedule: each of its times, and the records for which the condition was true at it. */
export function simulateSchedule(workflow: WorkflowDocument, place: OrgPlace, { span, now, locale }: SimulationRequest): Simulation {
  const object = place.named.objectByName.get(workflow.object);
  if (!object || !('schedule' in workflow.trigger)) throw new RangeError(`${workflow.name} has no schedule on a known object.`);
  const { cron, timeZone = place.timeZone } = workflow.trigger.schedule;
  const ends = new Date(Math.min(now.getTime(), span.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(span.to) + 2 * DAY));
  const begins = span.from === undefined ? new Date(ends.getTime() - USUAL_DAYS * DAY) : new Date(Date.parse(span.from) - DAY);
  const times = lastTimes({ cron, timeZone, begins, ends, most: MOST_TIMES });
  const at = sql`tick.at`;
  const expressions = new RecordExpressions({ ...place, now: at, asOf: at }, object, 'record');
  const holds = workflow.when === undefined ? sql`true` : expressions.compileCondition(typedFormula(workflow.when, { model: place.named, object }, 'boolean'));
  const due = sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const firings = sql`select record.id as record_id, ${due} as anchor, ${due} as due, to_char(${at} at time zone ${place.timeZone}::text, 'YYYY-MM-DD') as due_day, ${at} as at, ${ownerOf(expressions, object)} as owner
    from unnest(${times.map((time) => time.toISOString())}::timestamptz[]) as tick(at) join ${recordTable(place.schema, storedObject(place, object))} as entered on entered.created_at <= ${at}
    ${expressions.records(sql`entered.id`)} ${expressions.joins()}
    where record.id is not null and ${wasThere({ schema: place.schema, alias: 'record', at })} and ${holds}`;
  const limits = [
    ...(workflow.when === undefined ? [] : [pastLimits.condition]),
    ...(span.from === undefined ? [scheduleLimits.span] : []),
    ...(times.length === MOST_TIMES ? [scheduleLimits.many] : []),
    pastLimits.gone,
  ];
  const words = { objects: pluralWord(object), from: begins.toISOString().slice(0, 10), number: String(MOST_TIMES) };
  return { firings, isKnown: true, limits: limits.map((limit) => say({ ...limit, words }, locale)) };
}
