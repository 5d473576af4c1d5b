import type { ObjectDescription, WorkflowTrigger } from '@guanxi/metadata';
import { findAnchors } from '../../editor/triggers/elapsed-anchors.js';
import { mentionedFields, mentionedObjects, mentionedValues } from './mentions.js';

/** What sets a workflow off, as a sentence says it. */
export interface ReadTrigger {
  readonly object: ObjectDescription;
  readonly trigger: WorkflowTrigger;
}

const digits: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, 一: 1, 二: 2, 兩: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 十: 10 };
const units: readonly (readonly [letter: string, words: RegExp])[] = [['D', /^(days?|天|日)$/], ['W', /^(weeks?|週|周|星期)$/], ['M', /^(months?|個月|个月|月)$/], ['Y', /^(years?|年)$/]];
const length = /(\d+|one|two|three|[一二兩两三四五六七十])\s*(days?|weeks?|months?|years?|個月|个月|天|日|週|周|星期|年)/;
const weekdays: readonly RegExp[] = [/sunday|[週周]日|星期日|[週周]天|星期天/, /monday|[週周]一|星期一/, /tuesday|[週周]二|星期二/, /wednesday|[週周]三|星期三/, /thursday|[週周]四|星期四/, /friday|[週周]五|星期五/, /saturday|[週周]六|星期六/];
const every = /\b(every|each|daily|weekly|monthly)\b|每/;
const absent = /\b(no|not|without|hasn'?t|haven'?t)\b|沒有|没有|沒|没|未|無|无/;
const gone = /\b(deleted|removed)\b|刪除|删除/;
const back = /\brestored\b|還原|还原|恢復|恢复/;
const turns = /\b(changes?|becomes?|turns?|is set|moves?)\b|變|变|改為|改为|改成/;

/** Undefined where the sentence names no object of the org. `sentence` is folded. */
export function readTrigger(sentence: string, objects: readonly ObjectDescription[]): ReadTrigger | undefined {
  const named = mentionedObjects(sentence, objects).map((mention) => mention.named);
  const [first] = named;
  if (!first) return undefined;
  const period = periodIn(sentence);
  // "a customer has no order for 30 days": counted from the last of what is missing.
  if (period !== undefined && absent.test(sentence)) {
    const quiet = named.flatMap((object) => findAnchors(objects, object.name).flatMap(({ anchor, related }) => ('max' in anchor && related !== undefined ? [{ object, anchor }] : [])))
      .find(({ object, anchor }) => named.some(({ name }) => name === object.relations.find((relation) => relation.name === anchor.max.relation)?.object));
    if (quiet) return { object: quiet.object, trigger: { elapsed: { since: quiet.anchor, after: period } } };
  }
  return { object: first, trigger: triggerOf(sentence, first, period) };
}

function triggerOf(sentence: string, object: ObjectDescription, period: string | undefined): WorkflowTrigger {
  if (every.test(sentence) && !/\b(every|each) (new|time)\b/.test(sentence)) return { schedule: { cron: cronIn(sentence) } };
  const dates = object.fields.filter(({ type }) => type === 'date' || type === 'dateTime');
  const date = mentionedFields(sentence, object).map((mention) => mention.named).find((field) => dates.includes(field)) ?? dates.find(({ system }) => !system);
  if (period !== undefined && date) return /\b(before|ahead)\b|前/.test(sentence) ? { before: { field: date.name, by: period } } : { elapsed: { since: { field: date.name }, after: period } };
  if (gone.test(sentence)) return { deleted: {} };
  if (back.test(sentence)) return { restored: {} };
  if (turns.test(sentence)) {
    const [value] = mentionedValues(sentence, object);
    const [field] = mentionedFields(sentence, object);
    if (value) return { updated: { fields: [value.named.field.name], to: { [value.named.field.name]: value.named.value } } };
    return { updated: field ? { fields: [field.named.name] } : {} };
  }
  return { created: {} };
}

function periodIn(sentence: string): string | undefined {
  const found = length.exec(sentence);
  const count = found && (Number(found[1]) || digits[found[1] ?? '']);
  const unit = units.find(([, words]) => words.test(found?.[2] ?? ''))?.[0];
  return count && unit !== undefined ? `P${count}${unit}` : undefined;
}

function cronIn(sentence: string): string {
  const clock = /(?:\bat\s+)(\d{1,2})(?::(\d{2}))?\s*(am|pm)?|(上午|下午|早上)?\s*(\d{1,2})\s*[點点時时:](\d{2})?/.exec(sentence);
  const isLate = clock?.[3] === 'pm' || clock?.[4] === '下午';
  const hour = clock ? (Number(clock[1] ?? clock[5]) % 12) + (isLate || Number(clock[1] ?? clock[5]) === 12 ? 12 : 0) + (!isLate && Number(clock[1] ?? clock[5]) > 12 ? 12 : 0) : 9;
  const at = `${Number(clock?.[2] ?? clock?.[6] ?? 0)} ${Math.min(hour, 23)}`;
  const weekday = weekdays.findIndex((words) => words.test(sentence));
  if (weekday >= 0) return `${at} * * ${weekday}`;
  if (/month|每月|每個月|每个月/.test(sentence)) return `${at} 1 * *`;
  if (/week(?!day)|每[週周]|每星期/.test(sentence)) return `${at} * * 1`;
  return /weekday|workday|工作日|平日/.test(sentence) ? `${at} * * 1-5` : `${at} * * *`;
}
