import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel, ObjectModel, WorkflowDocument } from '@guanxi/metadata';
import { recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { storedCalendar, type StoredCalendar } from '../calendar/count-time-sql.js';
import { parsePeriod } from '../definition/period.js';
import type { TriggersOf } from '../definition/trigger.js';
import { findAnchor, type Anchor } from '../definition/triggers/elapsed.js';
import { typedFormula } from '../expressions/read-formula.js';
import { storedField, storedObject, type OrgPlace } from '../expressions/record-place.js';
import { dueTerm, type DueTerm } from './due-term.js';
import { lineOf, type Line } from './line.js';

/** A workflow that waits for a time after or before a moment of its records, read for one org: all that its statements are made of. */
export interface DueRule {
  readonly workflowId: string;
  readonly kind: TriggersOf<'due'>;
  readonly place: OrgPlace;
  /** As the workflow's revision names it. */
  readonly object: ObjectModel;
  readonly when?: TypedFormula;
  readonly anchor: Anchor;
  readonly line: Line;
  /** The object's table. */
  readonly records: RawBuilder<unknown>;
  /** The anchor's table: the same, or that of the related object. */
  readonly sources: RawBuilder<unknown>;
  readonly anchorColumn: string;
  /** Column of `sources` that names the record, where the latest over related records counts. */
  readonly parentColumn?: string;
}

/** Throws `NoLongerThere` where the tables no longer have what the workflow speaks of. */
export function readDueRule(workflow: WorkflowDocument, place: OrgPlace): DueRule {
  const object = place.named.objectByName.get(workflow.object);
  const term = dueTerm(workflow.trigger);
  if (!object || !term) throw new RangeError(`${workflow.name} waits for no time on a known object.`);
  const anchor = findAnchor(term.since, object, place.named);
  const period = parsePeriod(term.length);
  if (!anchor || !period) throw new RangeError(`${workflow.name} was not checked against its revision.`);
  const { field, kind, source, viaRelation } = anchor;
  return {
    workflowId: workflow.guanxi.id,
    kind: term.kind,
    place,
    object,
    ...(workflow.when !== undefined && { when: typedFormula(workflow.when, { model: place.named, object }, 'boolean') }),
    anchor,
    line: lineOf(kind, { period, direction: term.direction, ...calendarOf(term, place) }, place.timeZone),
    records: recordTable(place.schema, storedObject(place, object)),
    sources: recordTable(place.schema, storedObject(place, source)),
    anchorColumn: storedField(place, source, field).column,
    ...(viaRelation && { parentColumn: storedField(place, source, viaRelation).column }),
  };
}

function calendarOf({ calendar: name }: DueTerm, { named, schema, timeZone }: OrgPlace): { readonly calendar?: StoredCalendar } {
  if (name === undefined) return {};
  const document = named.businessCalendars.find((one) => one.name === name);
  if (!document) throw new RangeError(`There is no business calendar ${name} in the workflow's revision.`);
  return { calendar: storedCalendar(document, schema, timeZone) };
}

/** The anchor of the record called `alias` as the rows say right now; null where there is none. */
export function liveAnchor(rule: DueRule, alias: string): RawBuilder<unknown> {
  if (rule.parentColumn === undefined) return rule.line.keep(sql.id(alias, rule.anchorColumn));
  return sql`(select ${rule.line.keep(sql`max(${sql.id('source', rule.anchorColumn)})`)} from ${rule.sources} as source
    where ${sql.id('source', rule.parentColumn)} = ${sql.id(alias, 'id')} and source.deleted_at is null)`;
}

/** Fields of the anchor's object that a change must touch to move an anchor. */
export function anchorFields({ anchor }: DueRule): readonly FieldModel[] {
  return anchor.viaRelation ? [anchor.field, anchor.viaRelation] : [anchor.field];
}
