import type { ObjectDocument } from '../document/documents.js';
import { namesKeyword, recordKeyword, textKeyword } from '../model/keywords.js';
import type { FieldModel, ObjectModel, ThroughModel } from '../model/model.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';
import type { Spot } from './usage.js';

/** What an object document mentions: of itself, and of others. */
export function mentionInObject(document: ObjectDocument, mentions: Mentions): void {
  const object = mentions.model.objectByName.get(document.name);
  if (!object) return;
  const { guanxi } = document;
  mentions.field(object, object.nameField, ['guanxi', 'nameField'], 'objects');
  if (guanxi.sharing?.parent !== undefined) mentions.field(object, guanxi.sharing.parent, ['guanxi', 'sharing', 'parent'], 'access');
  (guanxi.compact ?? []).forEach((name, index) => mentions.field(object, name, ['guanxi', 'compact', index], 'layouts'));
  (guanxi.person ?? []).forEach((name, index) => mentions.field(object, name, ['guanxi', 'person', index], 'objects'));
  for (const [key, name] of Object.entries(guanxi.consent ?? {})) mentions.field(object, name, ['guanxi', 'consent', key], 'objects');
  for (const field of object.fields) if (Object.hasOwn(document.properties, field.name)) mentionInField(field, object, mentions);
  object.rules.forEach((rule, index) => {
    mentions.formula(rule.when, object.name, ['guanxi', 'rules', index, 'when'], 'rules');
    if (rule.field !== undefined) mentions.field(object, rule.field, ['guanxi', 'rules', index, 'field'], 'rules');
  });
  (guanxi.duplicates ?? []).forEach(({ match }, index) => {
    match.forEach(({ field }, position) => mentions.field(object, field, ['guanxi', 'duplicates', index, 'match', position, 'field'], 'duplicates'));
  });
  (guanxi.recordTypes ?? []).forEach(({ values = {} }, index) => {
    for (const [name, listed] of Object.entries(values)) mentionValues(object, name, listed, ['guanxi', 'recordTypes', index, 'values', name], mentions);
  });
}

function mentionInField(field: FieldModel, object: ObjectModel, mentions: Mentions): void {
  const at = (...parts: Spot): Spot => ['properties', field.name, 'guanxi', ...parts];
  const { property, rules } = field;
  mentions.formula(field.formula, object.name, at('formula'), 'formulas');
  for (const key of ['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const) mentions.formula(rules[key], object.name, at(key), 'conditions');
  mentions.formula(field.defaultFormula, object.name, at('defaultFormula'), 'defaults');
  if (typeof field.default === 'string') mentions.value(object, field, field.default, ['properties', field.name, 'default'], 'defaults');
  if (field.target !== undefined) mentions.add(things.object(field.target), at('target'), 'relations');
  namesKeyword(property, 'targets').forEach((target, index) => mentions.add(things.object(target), at('targets', index), 'relations'));
  const [target = field.target] = namesKeyword(property, 'targets');
  if (target !== undefined) mentions.formula(field.lookupFilter, target, at('filter'), 'conditions', object.name);
  mentionRollUp(field, object, mentions);
  const valueSet = textKeyword(property, 'valueSet');
  if (valueSet !== undefined) mentions.add(things.picklist(valueSet), at('valueSet'), 'picklists');
  if (field.dependsOn) mentionDependency(field, field.dependsOn, object, mentions);
  for (const key of ['codeFrom', 'rateOn']) mentions.field(object, textKeyword(property, key) ?? '', at(key), 'formulas');
  const through = recordKeyword<ThroughModel>(property, 'through');
  if (through?.object === undefined) return;
  mentions.add(things.object(through.object), at('through', 'object'), 'relations');
  const between = mentions.model.objectByName.get(through.object);
  for (const way of ['near', 'far'] as const) mentions.field(between, through[way] ?? '', at('through', way), 'relations');
}

function mentionRollUp({ name, rollUp }: FieldModel, object: ObjectModel, mentions: Mentions): void {
  if (!rollUp) return;
  const at = (keyword: string): Spot => ['properties', name, 'guanxi', keyword];
  const child = mentions.relation(object, rollUp.relation, at('relation'), 'rollUps');
  mentions.formula(rollUp.value, rollUp.object, at('value'), 'rollUps');
  mentions.formula(rollUp.filter, rollUp.object, at('filter'), 'rollUps');
  if (rollUp.orderBy !== undefined) mentions.field(child, rollUp.orderBy, at('orderBy'), 'rollUps');
}

function mentionDependency(field: FieldModel, dependsOn: NonNullable<FieldModel['dependsOn']>, object: ObjectModel, mentions: Mentions): void {
  const at: Spot = ['properties', field.name, 'guanxi', 'dependsOn'];
  mentions.field(object, dependsOn.field, [...at, 'field'], 'picklists');
  const controlling = object.fieldByName.get(dependsOn.field);
  for (const [value, left] of Object.entries(dependsOn.values)) {
    if (controlling) mentions.value(object, controlling, value, [...at, 'values', value], 'picklists');
    left.forEach((one, index) => mentions.value(object, field, one, [...at, 'values', value, index], 'picklists'));
  }
}

function mentionValues(object: ObjectModel, name: string, listed: readonly string[], spot: Spot, mentions: Mentions): void {
  const field = object.fieldByName.get(name);
  if (!field) return;
  mentions.field(object, name, spot, 'recordTypes');
  listed.forEach((value, index) => mentions.value(object, field, value, [...spot, index], 'recordTypes'));
}
