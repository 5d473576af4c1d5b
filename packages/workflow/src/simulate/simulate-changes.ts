import { say } from '@guanxi/field-types';
import { pluralWord, USER, type BeforeSaveTrigger, type ObjectModel, type WorkflowDocument } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { triggerFamily } from '../definition/trigger.js';
import { typedFormula } from '../expressions/read-formula.js';
import { RecordExpressions } from '../expressions/record-expressions.js';
import { storedField, type OrgPlace } from '../expressions/record-place.js';
import { changeCondition } from '../match/match-changes.js';
import { changeLimits, pastLimits } from './limit-wording.js';
import { ownerOf, type Simulation } from './simulation.js';

/** Replays a trigger of changes or saves over the history of the records; `locale` is the language of its limits. */
export function simulateChanges(workflow: WorkflowDocument, place: OrgPlace, locale = 'en'): Simulation {
  const object = place.named.objectByName.get(workflow.object);
  if (!object) throw new RangeError(`${workflow.name} is about an unknown object.`);
  const asOf = sql`history.at`;
  const isSave = triggerFamily(workflow.trigger) === 'save';
  const expressions = new RecordExpressions({ ...place, now: asOf, asOf }, object, 'record', isSave ? whoSaved(place, 'history') : undefined, isSave ? 'history' : undefined);
  const holds = workflow.when === undefined ? sql`true` : expressions.compileCondition(typedFormula(workflow.when, { model: place.named, object, saving: isSave }, 'boolean'));
  const owner = ownerOf(expressions, object);
  const at = sql`to_char(history.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const firings = sql`select record.id as record_id, ${at} as anchor, ${at} as due,
      to_char(history.at at time zone ${place.timeZone}::text, 'YYYY-MM-DD') as due_day, history.at as at, ${owner} as owner
    from ${expressions.recordsAtChanges(isSave ? saveCondition(workflow, place, object) : changeCondition(workflow, place, object))} ${expressions.joins()}
    where ${holds}`;
  const limits = [...(workflow.when === undefined ? [] : [pastLimits.condition]), ...(isSave ? [changeLimits.refused] : []), changeLimits.history, pastLimits.gone];
  return { firings, isKnown: true, limits: limits.map((limit) => say({ ...limit, words: { objects: pluralWord(object) } }, locale)) };
}

/** What formulas find as `$User`, by a row of history: the person as they are now. */
function whoSaved(place: OrgPlace, history: string): (path: readonly string[]) => RawBuilder<unknown> | undefined {
  const person = place.named.objectByName.get(USER);
  return ([first, ...path]) => {
    if (first !== '$User' || !person) return undefined;
    const expressions = new RecordExpressions(place, person, 'person');
    const value = expressions.column(path);
    return sql`(select ${value} from ${recordTable(place.schema, person)} as person ${expressions.joins()} where person.id = ${sql.id(history, 'actor_id')})`;
  };
}

/** Which history rows were left by a save that a `beforeSave` trigger looks at. */
export function saveCondition({ trigger }: WorkflowDocument, place: OrgPlace, object: ObjectModel): RawBuilder<unknown> {
  const { on, fields = [] } = (trigger as { readonly beforeSave: BeforeSaveTrigger }).beforeSave;
  const keys = fields.flatMap((name) => object.fieldByName.get(name) ?? []).map((field) => sql`${storedField(place, object, field).name}::text`);
  const updated = keys.length === 0 ? sql`history.kind = 'updated'` : sql`history.kind = 'updated' and history.changes ?| array[${sql.join(keys)}]`;
  const kinds = on.map((kind) => (kind === 'create' ? sql`history.kind = 'created'` : updated));
  return kinds.length === 0 ? sql`false` : sql`(${sql.join(kinds.map((kind) => sql`(${kind})`), sql` or `)})`;
}
