import type { ElapsedAnchor, FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { describePeriod, hasTimeOfDay, parsePeriod } from '../period.js';
import type { TriggerKind } from '../trigger.js';

export const elapsed: TriggerKind<'elapsed'> = {
  name: 'elapsed',
  title: 'Time has passed',

  describe({ since, after }, object, model, locale) {
    const period = parsePeriod(after);
    const anchor = findAnchor(since, object, model);
    const length = period ? describePeriod(period, locale) : after;
    if (!anchor) return `${length} later`;
    const { field, source, viaRelation } = anchor;
    return viaRelation
      ? `${length} after the latest ${field.label} among the ${source.pluralLabel} of each ${object.label}`
      : `${length} after ${field.label} of each ${object.label}`;
  },

  check({ since, after }, object, model) {
    const anchor = findAnchor(since, object, model);
    const period = parsePeriod(after);
    if (!anchor) return [{ path: '/since', code: 'workflow.anchor', message: `There is no date of a ${object.label} to count time from here.` }];
    if (!period) {
      const hint = 'Write an ISO 8601 duration, such as P30D for 30 days or PT12H for 12 hours.';
      return [{ path: '/after', code: 'workflow.period', message: `"${after}" is not a length of time of whole minutes and at most 100 years.`, hint }];
    }
    if (anchor.kind === 'date' && hasTimeOfDay(period)) {
      const message = `${anchor.field.label} is a day without a time, so hours and minutes cannot be counted from it.`;
      return [{ path: '/after', code: 'workflow.period', message, hint: 'Give the period in days, weeks, months or years.' }];
    }
    return [];
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

/** Undefined where the document names no date or date with time; the check of the document tells what is wrong with it. */
export function findAnchor(since: ElapsedAnchor, object: ObjectModel, model: Model): Anchor | undefined {
  if ('field' in since) return anchorOf(object, since.field);
  const relation = object.relationByName.get(since.max.relation);
  const source = relation && model.objectByName.get(relation.object);
  const viaRelation = relation && source?.fieldByName.get(relation.field);
  const anchor = source && anchorOf(source, since.max.field);
  return anchor && viaRelation && { ...anchor, viaRelation };
}

const anchorKinds: Readonly<Record<AnchorKind, true>> = { date: true, dateTime: true };

function anchorOf(source: ObjectModel, name: string): Anchor | undefined {
  const field = source.fieldByName.get(name);
  return field && isAnchorKind(field.type) ? { field, kind: field.type, source } : undefined;
}

function isAnchorKind(type: string): type is AnchorKind {
  return Object.hasOwn(anchorKinds, type);
}
