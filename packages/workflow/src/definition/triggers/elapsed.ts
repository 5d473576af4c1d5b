import type { ElapsedAnchor, FieldModel, Model, ObjectModel, Problem, Result } from '@guanxi/metadata';
import { nearestName } from '../nearest-name.js';
import { describePeriod, hasTimeOfDay, parsePeriod } from '../period.js';
import type { TriggerKind } from '../trigger.js';

export const elapsed: TriggerKind<'elapsed'> = {
  name: 'elapsed',
  title: 'Time has passed',

  describe({ since, after }, object, model, locale) {
    const period = parsePeriod(after);
    const anchor = findAnchor(since, object, model);
    const length = period ? describePeriod(period, locale) : after;
    if (!anchor.ok) return `${length} later`;
    const { field, source, viaRelation } = anchor.value;
    return viaRelation
      ? `${length} after the latest ${field.label} among the ${source.pluralLabel} of a ${object.label}`
      : `${length} after ${field.label} of a ${object.label}`;
  },

  check({ since, after }, object, model) {
    const anchor = findAnchor(since, object, model);
    const period = parsePeriod(after);
    const problems: Problem[] = anchor.ok ? [] : [...anchor.problems];
    if (!period) {
      const hint = 'Write an ISO 8601 duration, such as P30D for 30 days or PT12H for 12 hours.';
      problems.push({ path: '/after', code: 'period', message: `“${after}” is not a length of time of at most 100 years.`, hint });
    } else if (anchor.ok && anchor.value.field.type === 'date' && hasTimeOfDay(period)) {
      const message = `${anchor.value.field.label} is a day without a time, so hours and minutes cannot be counted from it.`;
      problems.push({ path: '/after', code: 'period', message, hint: 'Give the period in days, weeks, months or years.' });
    }
    return problems;
  },
};

/** The field that time is counted from, and whose field it is. */
export interface Anchor {
  readonly field: FieldModel;
  readonly kind: AnchorKind;
  /** The object that has the field: the workflow's own, or the related one. */
  readonly source: ObjectModel;
  /** The lookup of `source` that points to the workflow's object, where the latest over related records counts. */
  readonly viaRelation?: FieldModel;
}

export type AnchorKind = 'date' | 'dateTime';

export function findAnchor(since: ElapsedAnchor, object: ObjectModel, model: Model): Result<Anchor> {
  if ('field' in since) return fieldOf(object, since.field, '/since/field');
  const relation = object.relationByName.get(since.max.relation);
  const source = relation && model.objectByName.get(relation.object);
  const viaRelation = relation && source?.fieldByName.get(relation.field);
  if (!source || !viaRelation) {
    const near = nearestName(since.max.relation, object.relations.map(({ name }) => name));
    const message = `${object.label} has no related list ${since.max.relation}.`;
    return { ok: false, problems: [{ path: '/since/max/relation', code: 'unknown-relation', message, ...(near && { hint: `Did you mean ${near}?` }) }] };
  }
  const found = fieldOf(source, since.max.field, '/since/max/field');
  return found.ok ? { ok: true, value: { ...found.value, viaRelation } } : found;
}

const anchorKinds: Readonly<Record<AnchorKind, true>> = { date: true, dateTime: true };

function fieldOf(source: ObjectModel, name: string, path: string): Result<Anchor> {
  const field = source.fieldByName.get(name);
  if (!field) {
    const near = nearestName(name, source.fields.map((known) => known.name));
    const message = `${source.label} has no field ${name}.`;
    return { ok: false, problems: [{ path, code: 'unknown-field', message, ...(near && { hint: `Did you mean ${near}?` }) }] };
  }
  if (!isAnchorKind(field.type)) {
    const message = `${field.label} of ${source.label} is neither a date nor a date with time, so no time can be counted from it.`;
    return { ok: false, problems: [{ path, code: 'type', message }] };
  }
  return { ok: true, value: { field, kind: field.type, source } };
}

function isAnchorKind(type: string): type is AnchorKind {
  return Object.hasOwn(anchorKinds, type);
}
