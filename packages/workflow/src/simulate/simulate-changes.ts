import { say } from '@guanxi/field-types';
import { pluralWord, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { typedFormula } from '../expressions/read-formula.js';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { storedObject, type OrgPlace } from '../expressions/record-place.js';
import { changeCondition } from '../match/match-changes.js';
import { changeLimits } from './limit-wording.js';
import type { Simulation } from './simulation.js';

/** Replays a created or updated trigger over the history of the records; `locale` is the language of its limits. */
export function simulateChanges(workflow: WorkflowDocument, place: OrgPlace, locale = 'en'): Simulation {
  const object = place.named.objectByName.get(workflow.object);
  if (!object) throw new RangeError(`${workflow.name} is about an unknown object.`);
  const expressions = new RecordExpressions(place, object, 'record');
  const holds = workflow.when === undefined ? sql`true` : expressions.compileCondition(typedFormula(workflow.when, { model: place.named, object }, 'boolean'));
  const at = sql`to_char(history.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const firings = sql`select record.id as record_id, ${at} as anchor, ${at} as due,
      to_char(history.at at time zone ${place.timeZone}::text, 'YYYY-MM-DD') as due_day
    from ${orgTable(place.schema, 'history')} as history
    join ${recordTable(place.schema, storedObject(place, object))} as record on record.id = history.record_id ${expressions.joins()}
    where history.object = ${object.id} and ${changeCondition(workflow, place, object)} and record.deleted_at is null and ${holds}`;
  return {
    firings,
    limits: [...(workflow.when === undefined ? [] : [changeLimits.condition]), changeLimits.history].map((limit) => say({ ...limit, words: { objects: pluralWord(object) } }, locale)),
  };
}
