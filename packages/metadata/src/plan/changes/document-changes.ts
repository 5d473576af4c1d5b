import type { Sentence, Wording } from '@guanxi/field-types';
import type { DocumentKind, MetadataDocument } from '../../document/documents.js';
import { translate } from '../../model/labels.js';
import type { Model } from '../../model/model.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import { isEqual } from '../is-equal.js';
import type { ModelPair } from '../model-pair.js';

type PlainKind = Exclude<DocumentKind, 'object'>;
type PlainDocument = Extract<MetadataDocument, { kind: PlainKind }>;

/** The three things that can happen to a document that has no table. */
export function documentChanges(kind: PlainKind): Readonly<Record<'add' | 'change' | 'remove', ChangeDefinition>> {
  return {
    add: { find: (pair) => sides(pair, kind).flatMap(({ from, to }) => (to && !from ? [describe(to, 'add')] : [])) },
    change: { find: (pair) => sides(pair, kind).flatMap(({ from, to }) => (from && to && !isEqual(from, to) ? [describe(to, 'change')] : [])) },
    remove: { find: (pair) => sides(pair, kind).flatMap(({ from, to }) => (from && !to ? [describe(from, 'remove')] : [])) },
  };
}

const documentsOf: Readonly<Record<PlainKind, (model: Model) => readonly PlainDocument[]>> = {
  app: (model) => model.apps,
  picklist: (model) => model.picklists,
  action: (model) => model.actions,
  layout: (model) => model.layouts,
  view: (model) => model.views,
  workflow: (model) => model.workflows,
  'message-template': (model) => model.messageTemplates,
  'document-template': (model) => model.documentTemplates,
  'business-calendar': (model) => model.businessCalendars,
  queue: (model) => model.queues,
  permissions: (model) => model.permissions,
  'permission-group': (model) => model.permissionGroups,
  role: (model) => model.roles,
  team: (model) => model.teams,
  'sharing-rule': (model) => model.sharingRules,
  'retention-rule': (model) => model.retentionRules,
};

function sides({ from, to }: ModelPair, kind: PlainKind): readonly { readonly from?: PlainDocument | undefined; readonly to?: PlainDocument }[] {
  const before = new Map(documentsOf[kind](from).map((document) => [document.guanxi.id, document]));
  const after = documentsOf[kind](to);
  const kept = new Set(after.map((document) => document.guanxi.id));
  return [...after.map((document) => ({ from: before.get(document.guanxi.id), to: document })), ...[...before.values()].filter((document) => !kept.has(document.guanxi.id)).map((from) => ({ from }))];
}

function describe(document: PlainDocument, event: 'add' | 'change' | 'remove'): FoundChange {
  return {
    subject: subjectOf.document(document),
    ...('object' in document && document.object !== undefined ? { object: document.object } : {}),
    risk: 'online',
    sentence: { ...sentences[event], words: { kind: (locale) => translate(kinds[document.kind].en, kinds[document.kind], locale), title: (locale) => titleOf(document, locale) } },
  };
}

function titleOf(document: PlainDocument, locale: string): string {
  return 'title' in document ? translate(document.title, document.titles, locale) : document.name;
}

const kinds: Readonly<Record<PlainKind, Wording>> = {
  app: { en: 'app', 'zh-TW': '應用程式', 'zh-CN': '应用' },
  picklist: { en: 'picklist', 'zh-TW': '選項清單', 'zh-CN': '选项列表' },
  action: { en: 'action', 'zh-TW': '動作', 'zh-CN': '操作' },
  layout: { en: 'layout', 'zh-TW': '版面配置', 'zh-CN': '布局' },
  view: { en: 'list view', 'zh-TW': '清單檢視', 'zh-CN': '列表视图' },
  workflow: { en: 'workflow', 'zh-TW': '工作流程', 'zh-CN': '工作流' },
  'message-template': { en: 'message template', 'zh-TW': '訊息範本', 'zh-CN': '消息模板' },
  'document-template': { en: 'document template', 'zh-TW': '文件範本', 'zh-CN': '文档模板' },
  'business-calendar': { en: 'business calendar', 'zh-TW': '工作行事曆', 'zh-CN': '工作日历' },
  queue: { en: 'queue', 'zh-TW': '佇列', 'zh-CN': '队列' },
  permissions: { en: 'permission set', 'zh-TW': '權限集', 'zh-CN': '权限集' },
  'permission-group': { en: 'group of permission sets', 'zh-TW': '權限集群組', 'zh-CN': '权限集组' },
  role: { en: 'role', 'zh-TW': '角色', 'zh-CN': '角色' },
  team: { en: 'team', 'zh-TW': '團隊', 'zh-CN': '团队' },
  'sharing-rule': { en: 'sharing rule', 'zh-TW': '共用規則', 'zh-CN': '共享规则' },
  'retention-rule': { en: 'retention rule', 'zh-TW': '保存規則', 'zh-CN': '保留规则' },
};

const sentences: Readonly<Record<'add' | 'change' | 'remove', Sentence>> = {
  add: { en: 'The {kind} “{title}” is added.', 'zh-TW': '新增{kind}「{title}」。', 'zh-CN': '新增{kind}“{title}”。' },
  change: { en: 'The {kind} “{title}” changes.', 'zh-TW': '變更{kind}「{title}」。', 'zh-CN': '变更{kind}“{title}”。' },
  remove: { en: 'The {kind} “{title}” is removed.', 'zh-TW': '移除{kind}「{title}」。', 'zh-CN': '移除{kind}“{title}”。' },
};
