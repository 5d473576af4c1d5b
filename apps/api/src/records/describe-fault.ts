import { asWord, fieldType, say, translate, type JsonValue, type TextContext, type Wording } from '@guanxi/field-types';
import { fieldWord, objectWord, stepsOf, valueName, type FieldModel, type Model, type ObjectModel, type Translations } from '@guanxi/metadata';
import type { WriteProblem, WriteProblemCode } from '@guanxi/query';
import type { ErrorObject } from 'ajv';
import { faults, otherRule, rules } from './fault-wording.js';
import type { WriteFault } from './record-values.js';

export function missing(row: number, field: FieldModel, locale: string): WriteFault {
  return { path: pointer(row, field), code: 'required', message: say({ ...faults.required, words: { field: fieldWord(field) } }, locale) };
}

/** What a validator found, as a sentence about the field in the language of `locale`. Kinds explain their own form where they can. */
export function describeInvalid(row: number, field: FieldModel, value: unknown, error: ErrorObject, context: TextContext): WriteFault {
  const path = pointer(row, field);
  const { locale } = context;
  if (value === null || value === undefined) return missing(row, field, locale);
  const parsed = typeof value === 'string' ? fieldType(field.type).parseText(value, field.settings, context) : undefined;
  if (parsed && !parsed.ok) {
    const { message: said, ...hint } = parsed.tell(locale);
    return { path, code: parsed.code, message: say({ ...faults.said, words: { field: fieldWord(field), said } }, locale), ...hint };
  }
  const words = { field: fieldWord(field), limit: LIMITS[error.keyword]?.(error.params) ?? '', value: shorten(value) };
  return { path, code: CODES[error.keyword] ?? 'invalid', message: say({ ...(rules[error.keyword] ?? otherRule), words }, locale) };
}

const limit = (params: Record<string, unknown>): string => String(params['limit']);

const LIMITS: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  maxLength: limit,
  minLength: limit,
  minimum: limit,
  maximum: limit,
  type: ({ type }) => (Array.isArray(type) ? String(type[0]) : String(type)),
  enum: ({ allowedValues }) => (allowedValues as unknown[]).filter((value) => value !== null).join(', '),
};

const CODES: Readonly<Record<string, string>> = { maxLength: 'too-long', minLength: 'too-short', minimum: 'too-small', maximum: 'too-large', enum: 'not-a-choice' };

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

interface Written {
  readonly model: Model;
  readonly object: ObjectModel;
  /** Values of a row by field name, to be named in messages. */
  readonly values: (row: number) => Readonly<Record<string, JsonValue>>;
  readonly id: (row: number) => string;
  readonly locale: string;
}

/** What the database found, as a sentence. */
export function describeProblem(problem: WriteProblem, written: Written): WriteFault {
  const { row: found, field: subject, code, version } = problem;
  const row = found ?? 0;
  const { object, model, locale } = written;
  if (code === 'STALE_MODEL') throw new Error('A statement made for another revision is made again, not told.');
  if (code === 'RULE') return describeRule(row, subject, object, locale);
  if (code === 'REFUSED') return describeRefusal(row, subject, object, model, locale);
  if (code === 'LOCKED') return describeLock(row, subject, object, locale);
  const field = subject === null ? undefined : object.fieldByName.get(subject);
  const target = model.objectByName.get(field?.target ?? '');
  const words = {
    object: objectWord(object),
    field: field ? fieldWord(shownField(field, object)) : '',
    target: target ? objectWord(target) : asWord(faults.record),
    value: field ? String(written.values(row)[field.name] ?? '') : '',
    id: written.id(row),
    version: String(version),
  };
  const { hint, ...fault } = PROBLEMS[code];
  return {
    path: field ? pointer(row, shownField(field, object)) : `/${row}`,
    code: fault.code,
    message: say({ ...fault.wording, words }, locale),
    ...(hint && { hint: say({ ...hint, words }, locale) }),
    ...(code === 'CONFLICT' && version !== null && { version }),
  };
}

/** What an admin has written for people who break the rule. It never says more than that: they may not be allowed to read what the rule reads. */
function describeRule(row: number, id: string | null, object: ObjectModel, locale: string): WriteFault {
  const rule = object.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`${object.name} has no rule ${String(id)}.`);
  const field = object.fieldByName.get(rule.field ?? '');
  return {
    path: field ? pointer(row, shownField(field, object)) : `/${row}`,
    code: 'rule',
    message: translate(rule.message, rule.messages, locale),
    rule: rule.name,
  };
}

function describeLock(row: number, approval: string | null, object: ObjectModel, locale: string): WriteFault {
  const { title, titles } = JSON.parse(approval ?? '{"title":""}') as { readonly title: string; readonly titles?: Translations };
  const words = { object: objectWord(object), approval: translate(title, titles, locale) };
  return { path: `/${row}`, code: 'locked', message: say({ ...faults.locked, words }, locale), hint: say({ ...faults.unlock, words }, locale) };
}

/** What an admin has written into the step that refuses; like a rule it says no more than that. */
function describeRefusal(row: number, id: string | null, object: ObjectModel, model: Model, locale: string): WriteFault {
  const [workflowId, stepId] = (id ?? '').split('/');
  const workflow = model.workflows.find(({ guanxi }) => guanxi.id === workflowId);
  const step = workflow && stepsOf(workflow).find((placed) => placed.step.id === stepId)?.step;
  if (!step) throw new Error(`${object.name} has no step ${String(id)} before its saves.`);
  const { message, shownAt } = step.input as { message: { text: string; titles?: Translations }; shownAt?: string };
  const field = object.fieldByName.get(shownAt ?? '');
  return { path: field ? pointer(row, shownField(field, object)) : `/${row}`, code: 'rule', message: translate(message.text, message.titles, locale), rule: workflow.name };
}

/** A lookup that is written through another field is told under the name of that one. */
function shownField(field: FieldModel, object: ObjectModel): FieldModel {
  return object.fieldByName.get(field.memberOf ?? '') ?? field;
}

const PROBLEMS: Readonly<Record<Exclude<WriteProblemCode, 'RULE' | 'REFUSED' | 'LOCKED' | 'STALE_MODEL'>, { readonly code: string; readonly wording: Wording; readonly hint?: Wording }>> = {
  NOT_FOUND: { code: 'not-found', wording: faults.noRecord },
  FORBIDDEN: { code: 'forbidden', wording: faults.mayOnlySee },
  CONFLICT: { code: 'conflict', wording: faults.conflict, hint: faults.readAgain },
  REFERENCE_NOT_FOUND: { code: 'reference-not-found', wording: faults.noReference },
  NOT_UNIQUE: { code: 'not-unique', wording: faults.notUnique },
  UNFIT: { code: 'unfit', wording: faults.unfit },
  NOT_AN_IMAGE: { code: 'not-an-image', wording: faults.notAnImage },
  REQUIRED_WHEN: { code: 'required', wording: faults.requiredHere },
  READ_ONLY_WHEN: { code: 'read-only', wording: faults.lockedHere },
  LOOKUP_FILTER: { code: 'not-allowed', wording: faults.filtered },
  NOT_REPARENTABLE: { code: 'not-reparentable', wording: faults.staysWithMaster },
  DEPENDENT_VALUE: { code: 'not-a-choice', wording: faults.notOfferedHere },
  INACTIVE_VALUE: { code: 'not-a-choice', wording: faults.noLongerOffered },
  RECORD_TYPE: { code: 'record-type', wording: faults.notOfType },
};

/** Two rows that are written together have the same value. */
export function notUnique(row: number, object: ObjectModel, field: FieldModel, value: string, locale: string): WriteFault {
  const words = { object: objectWord(object), field: fieldWord(field), value };
  return { path: pointer(row, field), code: 'not-unique', message: say({ ...faults.notUnique, words }, locale) };
}

export function pointer(row: number, field: FieldModel): string {
  return `/${row}/${valueName(field)}`;
}
