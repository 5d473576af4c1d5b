import type { ObjectDescription, WorkflowStep } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { quote, starterSteps, type StarterStep } from '../starter-steps.js';
import type { WorkflowStart } from '../workflow-templates.js';
import { fold, mentionedObjects, mentionedValues } from './mentions.js';
import { readTrigger } from './read-trigger.js';

/** Words that ask for a step; the first of them that a clause has is meant. */
const deeds: readonly (readonly [StarterStep, RegExp])[] = [
  ['sendEmail', /\be-?mail\b|\bmail\b|郵件|邮件|電郵|寄信/],
  ['approve', /\bapprov|簽核|核准|審批|审批|批准/],
  ['assign', /\bassign|\bhand (?:it )?to\b|指派|分派|分配/],
  ['callOut', /\bwebhook\b|\bpost to\b|\bapi\b|呼叫系統|调用/],
  ['notify', /\bnotify|\btell|\binform|\bmessage\b|\balert|通知|告知|提醒/],
  ['createTask', /\bcreate|\bmake|\badd\b|\btask|\bcall\b|\bremind|建立|新增|創建|创建|任務|任务|打電話|打电话|致電|致电/],
];
const sets = /\b(set|change|mark|move)\b.*\b(to|as)\b|設為|设为|改為|改为|標為|标为/;
const clauseEnds = /\s*(?:,|，|;|；|→|->|。|\bthen\b|\band\b|然後|然后|並且|并且|並|并|則|则|就)\s*/;

/**
 * What a sentence such as "no order in 30 days → create a call task" says, in the words of the org's objects. Undefined where it names
 * none of them; what else it leaves open the designer asks for.
 */
export function readDescription(text: string, objects: readonly ObjectDescription[], t: TFunction): WorkflowStart | undefined {
  const sentence = fold(text);
  const clauses = sentence.split(clauseEnds).filter((clause) => clause !== '');
  // What sets it off stands in front, unless it is said behind: "tell the owner when an order is deleted".
  const turned = /^(.*?)\b(when|if|as soon as|whenever)\b(.*)$/.exec(sentence);
  const isTurned = turned !== null && (turned[1] ?? '').trim() !== '';
  const cause = isTurned ? (turned[3] ?? '') : (clauses[0] ?? '');
  const rest = isTurned ? [turned[1] ?? ''] : clauses.slice(1);
  const read = readTrigger(cause, objects) ?? readTrigger(sentence, objects);
  if (!read) return undefined;
  const { object, trigger } = read;
  const asked = rest.length > 0 ? rest : [sentence];
  const steps = asked.flatMap((clause) => stepOf(clause, object, objects, t, rest.length > 0) ?? []);
  const value = 'updated' in trigger ? undefined : mentionedValues(cause, object)[0]?.named;
  return { object: object.name, trigger, steps: steps.map((step, index) => ({ ...step, id: index === 0 ? step.id : `${step.id}-${index + 1}` })), ...(value && { when: `ISPICKVAL(${value.field.name}, ${quote(value.value)})` }) };
}

function stepOf(clause: string, object: ObjectDescription, objects: readonly ObjectDescription[], t: TFunction, isDeed: boolean): WorkflowStep | null {
  const value = mentionedValues(clause, object)[0]?.named;
  if (isDeed && value && sets.test(clause)) return { id: 'update-record', action: 'updateRecord', title: t('starters.steps.set', { field: value.field.label, value: value.field.valueLabels?.[value.value] ?? value.value }), input: { values: { [value.field.name]: quote(value.value) } } };
  const deed = deeds.find(([, words]) => words.test(clause))?.[0];
  if (!deed) return null;
  const made = mentionedObjects(clause, objects).map(({ named }) => named).find(({ name }) => name !== object.name);
  return starterSteps[deed]({ objects, object, t }, made);
}
