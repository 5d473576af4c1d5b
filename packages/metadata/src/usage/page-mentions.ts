import type { ActionDocument, AppDocument, LayoutCell, LayoutDocument, LayoutSection, PermissionDocument, ViewDocument } from '../document/documents.js';
import type { ObjectModel } from '../model/model.js';
import { valueName } from '../naming/index.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';
import type { Spot } from './usage.js';

export function mentionInLayout(layout: LayoutDocument, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(layout.object);
  mentions.add(things.object(layout.object), ['object'], 'layouts');
  const conditions = (part: Partial<LayoutSection & LayoutCell>, at: Spot): void => {
    for (const key of ['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const) mentions.text(part[key], layout.object, [...at, key], 'layouts');
  };
  layout.sections.forEach((section, index) => {
    conditions(section, ['sections', index]);
    section.cells.forEach((cell, position) => {
      const at = ['sections', index, 'cells', position];
      mentions.field(object, cell.field, [...at, 'field'], 'layouts');
      conditions(cell, at);
    });
  });
  (layout.header ?? []).forEach((name, index) => mentions.field(object, name, ['header', index], 'layouts'));
  if (typeof layout.path === 'string') mentions.field(object, layout.path, ['path'], 'layouts');
  (layout.relatedLists ?? []).forEach(({ relation, columns }, index) => {
    const related = mentions.relation(object, relation, ['relatedLists', index, 'relation'], 'layouts');
    columns.forEach((column, position) => mentions.field(related, column, ['relatedLists', index, 'columns', position], 'layouts'));
  });
  (layout.actions ?? []).forEach((name, index) => mentions.add(things.action(name), ['actions', index], 'layouts'));
  (layout.recordTypes ?? []).forEach((name, index) => mentions.add(things.recordType(layout.object, name), ['recordTypes', index], 'layouts'));
  (layout.permissionSets ?? []).forEach((name, index) => mentions.add(things.permissions(name), ['permissionSets', index], 'layouts'));
}

export function mentionInView(view: ViewDocument, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(view.object);
  mentions.add(things.object(view.object), ['object'], 'views');
  view.columns.forEach((column, index) => mentions.field(object, column, ['columns', index], 'views'));
  (view.orderBy ?? []).forEach(({ field }, index) => mentions.field(object, field, ['orderBy', index, 'field'], 'views'));
  if (object && view.where) mentionInWhere(view.where, object, ['where'], mentions);
}

const branches = ['AND', 'OR', 'NOT', 'some', 'none', 'every'];

/** Follows a filter through references and lists. */
function mentionInWhere(where: unknown, object: ObjectModel, at: Spot, mentions: Mentions): void {
  if (Array.isArray(where)) {
    where.forEach((branch, index) => mentionInWhere(branch, object, [...at, index], mentions));
    return;
  }
  if (typeof where !== 'object' || where === null) return;
  for (const [key, condition] of Object.entries(where)) {
    const spot = [...at, key];
    if (branches.includes(key)) {
      mentionInWhere(condition, object, spot, mentions);
      continue;
    }
    if (key === 'FORMULA' && typeof condition === 'string') {
      mentions.text(condition, object.name, spot, 'views');
      continue;
    }
    const related = mentions.relation(object, key, spot, 'views');
    const field = related ? undefined : (object.fieldByName.get(key) ?? object.fields.find((one) => valueName(one) === key));
    if (field) {
      mentions.field(object, field.name, spot, 'views');
      for (const value of textsIn(condition)) mentions.value(object, field, value, spot, 'views');
    }
    const next = related ?? mentions.model.objectByName.get(field?.target ?? '');
    if (next) mentionInWhere(condition, next, spot, mentions);
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export function mentionInAction(action: ActionDocument, mentions: Mentions): void {
  const { object, visibleWhen, do: effect } = action;
  mentions.add(things.object(object), ['object'], 'actions');
  mentions.text(visibleWhen, object, ['visibleWhen'], 'actions');
  (action.permissionSets ?? []).forEach((name, index) => mentions.add(things.permissions(name), ['permissionSets', index], 'actions'));
  if ('openUrl' in effect) {
    mentions.text(effect.openUrl, object, ['do', 'openUrl'], 'actions');
    return;
  }
  if ('convert' in effect) {
    const { into, values = {} } = effect.convert;
    into.forEach((target, index) => {
      const spot = ['do', 'convert', 'into', index];
      mentions.add(things.object(target.object), [...spot, 'object'], 'actions');
      const written = mentions.model.objectByName.get(target.object);
      mentionValues(target.values ?? {}, { object, written: target.object, spot: [...spot, 'values'] }, mentions);
      for (const name of Object.keys(target.refers ?? {})) mentions.field(written, name, [...spot, 'refers', name], 'actions');
      if (target.link !== undefined) mentions.field(mentions.model.objectByName.get(object), target.link, [...spot, 'link'], 'actions');
    });
    mentionValues(values, { object, written: object, spot: ['do', 'convert', 'values'] }, mentions);
    return;
  }
  const isUpdate = 'update' in effect;
  const written = isUpdate ? object : effect.create.object;
  if (!isUpdate) mentions.add(things.object(written), ['do', 'create', 'object'], 'actions');
  mentionValues((isUpdate ? effect.update.values : effect.create.values) ?? {}, { object, written, spot: ['do', isUpdate ? 'update' : 'create', 'values'] }, mentions);
}

/** Fields that are given what formulas over a record of `object` come to. */
function mentionValues(values: Readonly<Record<string, string>>, { object, written, spot }: { readonly object: string; readonly written: string; readonly spot: readonly (string | number)[] }, mentions: Mentions): void {
  const target = mentions.model.objectByName.get(written);
  for (const [name, formula] of Object.entries(values)) {
    const at = [...spot, name];
    mentions.field(target, name, at, 'actions');
    mentions.text(formula, object, at, 'actions');
    const field = target?.fieldByName.get(name);
    const literal = /^\s*(["'])(.*)\1\s*$/.exec(formula)?.[2];
    if (target && field && literal !== undefined) mentions.value(target, field, literal, at, 'actions');
  }
}

export function mentionInPermissions({ objects, recordTypes = {} }: PermissionDocument, mentions: Mentions): void {
  for (const [name, { fields = {} }] of Object.entries(objects)) {
    mentions.add(things.object(name), ['objects', name], 'access');
    for (const field of Object.keys(fields)) mentions.field(mentions.model.objectByName.get(name), field, ['objects', name, 'fields', field], 'access');
  }
  for (const [name, types] of Object.entries(recordTypes)) {
    types.forEach((type, index) => mentions.add(things.recordType(name, type), ['recordTypes', name, index], 'access'));
  }
}

export function mentionInApp({ navigation, permissionSets = [], contents = [] }: AppDocument, mentions: Mentions): void {
  navigation.forEach((entry, index) => {
    if (typeof entry === 'string') mentions.add(things.object(entry), ['navigation', index], 'apps');
    else if ('items' in entry) entry.items.forEach((name, position) => mentions.add(things.object(name), ['navigation', index, 'items', position], 'apps'));
  });
  permissionSets.forEach((name, index) => mentions.add(things.permissions(name), ['permissionSets', index], 'apps'));
  contents.forEach(({ kind, name }, index) => mentions.add(`${kind} ${name}`, ['contents', index], 'apps'));
}
