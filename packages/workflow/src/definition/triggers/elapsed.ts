import { say } from '@guanxi/field-types';
import { fieldLabel, fieldWord, objectWord, pluralWord, type ElapsedAnchor, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { checkCalendarPeriod, describePeriod, hasTimeOfDay, parsePeriod } from '../period.js';
import type { TriggerKind } from '../trigger.js';

export const elapsed: TriggerKind<'elapsed'> = {
  name: 'elapsed',
  title: 'Time has passed',

  describe({ since, after }, object, model, locale = 'en') {
    const period = parsePeriod(after);
    const anchor = findAnchor(since, object, model);
    const length = period ? describePeriod(period, locale) : after;
    if (!anchor) return say({ ...sentences.later, words: { length } }, locale);
    const { field, source, viaRelation } = anchor;
    const words = { length, field: fieldWord(field), related: pluralWord(source), object: objectWord(object) };
    return say({ ...(viaRelation ? sentences.afterLatest : sentences.afterField), words }, locale);
  },

  check({ since, after, calendar }, object, model) {
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
    const fault = calendar === undefined ? undefined : checkCalendarPeriod(period);
    return fault ? [{ path: '/after', ...fault }] : [];
  },
};

const sentences = {
  later: { en: '{length} later', 'zh-TW': '{length}後', 'zh-CN': '{length}后' },
  afterField: { en: '{length} after {field} of each {object}', 'zh-TW': '{object}的{field}之後 {length}', 'zh-CN': '{object}的{field}之后 {length}' },
  afterLatest: {
    en: '{length} after the latest {field} among the {related} of each {object}',
    'zh-TW': '{object}的{related}中最近的{field}之後 {length}',
    'zh-CN': '{object}的{related}中最近的{field}之后 {length}',
  },
};

/** What an anchor is called inside a sentence: "the latest Ordered on among the Orders". */
export function describeAnchor({ field, source, viaRelation }: Anchor, locale: string): string {
  const words = { field: fieldWord(field), related: pluralWord(source) };
  return viaRelation ? say({ ...latest, words }, locale) : fieldLabel(field, locale);
}

const latest = { en: 'the latest {field} among the {related}', 'zh-TW': '{related}中最近的{field}', 'zh-CN': '{related}中最近的{field}' };

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
