import type { Wording } from '@guanxi/field-types';
import { satisfies, valid, validRange } from 'semver';
import { jsonPointer } from '../../json-pointer.js';
import type { Model } from '../../model/model.js';
import { faultOf, type Fault, type Problem } from '../../problem.js';
import type { AppDocument, DocumentKind, LayoutDocument, MetadataDocument, WorkflowDocument } from '../documents.js';
import { nearMissSentence } from '../near-miss.js';
import { calendarOf } from '../workflow-calendars.js';
import { stepsOf } from '../workflow-steps.js';
import { documentAddress, type PlaceInDocument } from './check-context.js';

/** Documents that documents name: buttons and permission sets of layouts, messages that workflows send, permission sets, contents and needs of apps. */
export function checkMentions(model: Model): readonly Problem[] {
  return [...model.layouts.flatMap((layout) => layoutMentions(layout, model)), ...model.workflows.flatMap((workflow) => workflowMentions(workflow, model)), ...model.apps.flatMap((app) => appMentions(app, model))];
}

interface Mention {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly place: PlaceInDocument;
}

function layoutMentions(layout: LayoutDocument, model: Model): readonly Problem[] {
  const sets = (layout.permissionSets ?? []).map((name, index) => ({ kind: 'permissions' as const, name, place: ['permissionSets', index] }));
  const actions = (layout.actions ?? []).map((name, index) => ({ kind: 'action' as const, name, place: ['actions', index] }));
  const foreign = actions.flatMap(({ name, place }) => {
    const action = model.actions.find((one) => one.name === name);
    if (!action || action.object === layout.object) return [];
    return [problemAt(layout, place, faultOf('action.foreign', { ...foreignAction, words: { name, object: action.object, own: layout.object } }))];
  });
  return [...missing(layout, [...sets, ...actions], model), ...foreign];
}

/** A message is about a record of the workflow's object, or about none. */
function workflowMentions(workflow: WorkflowDocument, model: Model): readonly Problem[] {
  const templates = stepsOf(workflow, model).flatMap(({ step: { input: { template } }, place, object: own }) => (typeof template === 'string' ? [{ kind: 'message-template' as const, name: template, own, place: [...place, 'input', 'template'] }] : []));
  const foreign = templates.flatMap(({ name, own, place }) => {
    const object = model.messageTemplates.find((one) => one.name === name)?.object;
    if (object === undefined || own === undefined || object === own.name) return [];
    return [problemAt(workflow, place, faultOf('message.foreign', { ...foreignMessage, words: { name, object, own: own.name } }))];
  });
  const documents = stepsOf(workflow, model).flatMap(({ step: { input: { document } }, place }) => (typeof document === 'string' ? [{ kind: 'document-template' as const, name: document, place: [...place, 'input', 'document'] }] : []));
  return [...missing(workflow, [...templates, ...documents, ...calendarMentions(workflow)], model), ...foreign];
}

function calendarMentions(workflow: WorkflowDocument): readonly Mention[] {
  const ofTrigger = calendarOf(workflow.trigger);
  const ofSteps = stepsOf(workflow).flatMap(({ step: { input: { calendar } }, place }) => (typeof calendar === 'string' ? [{ name: calendar, place: [...place, 'input', 'calendar'] }] : []));
  return [...(ofTrigger ? [{ name: ofTrigger.name, place: ['trigger', ...ofTrigger.place] }] : []), ...ofSteps].map((mention) => ({ kind: 'business-calendar', ...mention }));
}

function appMentions(app: AppDocument, model: Model): readonly Problem[] {
  const sets = (app.permissionSets ?? []).map((name, index) => ({ kind: 'permissions' as const, name, place: ['permissionSets', index] }));
  const contents = (app.contents ?? []).map(({ kind, name }, index) => ({ kind, name, place: ['contents', index, 'name'] }));
  const needs = Object.entries(app.dependencies ?? {}).flatMap(([name, range]) => {
    const fault = dependencyFault(app, name, range, model);
    return fault ? [problemAt(app, ['dependencies', name], fault)] : [];
  });
  return [...missing(app, [...sets, ...contents], model), ...needs];
}

function missing(document: MetadataDocument, mentions: readonly Mention[], model: Model): readonly Problem[] {
  return mentions.flatMap(({ kind, name, place }) => {
    const known = model.documents.filter((one) => one.kind === kind).map((one) => one.name);
    if (known.includes(name)) return [];
    return [problemAt(document, place, faultOf('document.unknown', { ...noDocument, words: { kind, name } }, nearMissSentence(name, known)))];
  });
}

function dependencyFault(app: AppDocument, name: string, range: string, model: Model): Fault | undefined {
  const words = { app: app.title, name, range };
  if (validRange(range) === null) return faultOf('range.invalid', { ...noRange, words });
  const needed = model.apps.find((one) => one.name === name);
  if (!needed) return faultOf('dependency.missing', { ...noApp, words });
  if (valid(needed.version) === null || satisfies(needed.version, range, { includePrerelease: true })) return undefined;
  return faultOf('dependency.version', { ...otherVersion, words: { ...words, version: needed.version } });
}

function problemAt(document: MetadataDocument, place: PlaceInDocument, fault: Fault): Problem {
  return { path: `${documentAddress(document)}${jsonPointer(...place)}`, ...fault };
}

const noDocument: Wording = { en: 'There is no document "{name}" of kind "{kind}".', 'zh-TW': '沒有「{kind}」類文件「{name}」。', 'zh-CN': '没有“{kind}”类文档“{name}”。' };
const foreignAction: Wording = {
  en: 'The action "{name}" is for {object}, not for {own}.', 'zh-TW': '動作「{name}」屬於 {object}，不屬於 {own}。', 'zh-CN': '操作“{name}”属于 {object}，不属于 {own}。',
};
const foreignMessage: Wording = {
  en: 'The message “{name}” is about a record of {object}, not of {own}.', 'zh-TW': '訊息「{name}」是關於 {object} 的記錄，不是 {own}。', 'zh-CN': '消息“{name}”是关于 {object} 的记录，不是 {own}。',
};
const noRange: Wording = {
  en: '"{range}" is no range of versions. Ranges look like ^1.2.0.', 'zh-TW': '「{range}」不是版本範圍。範圍的寫法如 ^1.2.0。', 'zh-CN': '“{range}”不是版本范围。范围的写法如 ^1.2.0。',
};
const noApp: Wording = {
  en: '{app} needs the app "{name}" ({range}), which is not there.', 'zh-TW': '{app} 需要應用程式「{name}」（{range}），但它不存在。', 'zh-CN': '{app} 需要应用“{name}”（{range}），但它不存在。',
};
const otherVersion: Wording = {
  en: '{app} needs "{name}" {range}, but {version} is there.', 'zh-TW': '{app} 需要「{name}」{range}，但目前是 {version}。', 'zh-CN': '{app} 需要“{name}”{range}，但目前是 {version}。',
};
