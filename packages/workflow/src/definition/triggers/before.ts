import { say } from '@guanxi/field-types';
import { fieldWord, objectWord } from '@guanxi/metadata';
import { checkCalendarPeriod, describePeriod, hasTimeOfDay, parsePeriod } from '../period.js';
import type { TriggerKind } from '../trigger.js';
import { findAnchor } from './elapsed.js';

export const before: TriggerKind<'before'> = {
  name: 'before',
  title: 'A date comes near',

  describe({ field: name, by }, object, _model, locale = 'en') {
    const field = object.fieldByName.get(name);
    const period = parsePeriod(by);
    const length = period ? describePeriod(period, locale) : by;
    return say({ ...comes, words: { length, field: field ? fieldWord(field) : name, object: objectWord(object) } }, locale);
  },

  check({ field: name, by, calendar }, object, model) {
    const anchor = findAnchor({ field: name }, object, model);
    const period = parsePeriod(by);
    if (!anchor) return [{ path: '/field', code: 'workflow.anchor', message: `${name} is no date of a ${object.label}.` }];
    if (!period) {
      const hint = 'Write an ISO 8601 duration, such as P7D for 7 days or PT12H for 12 hours.';
      return [{ path: '/by', code: 'workflow.period', message: `"${by}" is not a length of time of whole minutes and at most 100 years.`, hint }];
    }
    if (anchor.kind === 'date' && hasTimeOfDay(period)) {
      const message = `${anchor.field.label} is a day without a time, so hours and minutes cannot be counted from it.`;
      return [{ path: '/by', code: 'workflow.period', message, hint: 'Give the period in days, weeks, months or years.' }];
    }
    const fault = calendar === undefined ? undefined : checkCalendarPeriod(period);
    return fault ? [{ path: '/by', ...fault }] : [];
  },
};

const comes = { en: '{length} before {field} of each {object}', 'zh-TW': '{object}的{field}之前 {length}', 'zh-CN': '{object}的{field}之前 {length}' };
