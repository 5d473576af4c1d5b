import { generateCompact } from '@guanxi/forms';
import {
  objectDescription, objectLabel, objectPluralLabel, relationLabel, translate, type Model, type ObjectDescription, type ObjectModel, type RuleDescription, type WorkspaceDescription,
} from '@guanxi/metadata';
import type { Access, ObjectAccess } from '@guanxi/query';
import { describeActions } from './describe-actions.js';
import { describeApps } from './describe-apps.js';
import { describeField, isTargetKnown } from './describe-field.js';
import { describeLayouts } from './describe-layout.js';
import { describeRecordTypes } from './describe-record-types.js';
import { describeView } from './describe-view.js';
import { mayRead, type Viewer } from './may-read.js';
import { present } from './present.js';

export interface WorkspaceInput {
  readonly model: Model;
  readonly revision: number;
  readonly access: Access;
  readonly locale: string;
  /** Title of the app that stands in where no app has been made. */
  readonly orgName: string;
}

/** What the page needs to draw lists and forms for one person: only what that person may see, in their language. */
export function describeWorkspace({ revision, orgName, ...viewer }: WorkspaceInput): WorkspaceDescription {
  const objects = viewer.model.objects.flatMap((object) => {
    const rights = viewer.access.objects.get(object.name);
    return rights && rights.read !== 'none' ? [describeObject(object, rights, viewer)] : [];
  });
  return { revision, apps: describeApps(viewer, orgName), objects };
}

function describeObject(object: ObjectModel, rights: ObjectAccess, viewer: Viewer): ObjectDescription {
  const { model, access, locale } = viewer;
  const relations = object.relations.filter((relation) => access.objects.get(relation.object)?.readableFields.has(relation.field) && maySeeThrough(relation, access));
  const recordTypes = describeRecordTypes(object, viewer);
  const actions = describeActions(object, rights, viewer);
  const rules = describeRules(object, viewer);
  const duplicateRules = object.duplicateRules
    .filter(({ active, match }) => active && match.every(({ field }) => rights.readableFields.has(field)))
    .map(({ name, label, titles, match, onSave }) => ({ name, label: translate(label, titles, locale), fields: match.map(({ field }) => field), onSave }));
  return {
    name: object.name,
    singular: object.singular,
    plural: object.plural,
    label: objectLabel(object, locale),
    pluralLabel: objectPluralLabel(object, locale),
    ...present({ description: objectDescription(object, locale) }),
    icon: object.icon,
    color: object.color,
    nameField: object.nameField,
    activity: object.activity,
    platform: object.platform,
    canCreate: rights.create,
    canEdit: rights.edit !== 'none',
    canDelete: rights.delete !== 'none',
    ...(rights.import && { canImport: true }),
    ...(rights.export && { canExport: true }),
    ...(rights.edit === 'own' && { editsOwnOnly: true }),
    ...(rights.delete === 'own' && { deletesOwnOnly: true }),
    fields: object.fields.filter((field) => rights.readableFields.has(field.name) && isTargetKnown(field, viewer)).map((field) => describeField(field, object, rights, viewer)),
    relations: relations.map((relation) => ({ ...relation, label: relationLabel(model, relation, locale) })),
    ...(recordTypes.length > 0 && { recordTypes }),
    compact: (object.compact.length > 0 ? object.compact : generateCompact(object)).filter((name) => rights.readableFields.has(name)),
    ...(actions.length > 0 && { actions }),
    ...(rules.length > 0 && { rules }),
    ...(duplicateRules.length > 0 && { duplicateRules }),
    ...describeLayouts(object, rights, viewer),
    views: model.views.filter((view) => view.object === object.name).flatMap((view) => describeView(view, object, viewer) ?? []),
  };
}

function maySeeThrough({ through }: ObjectModel['relations'][number], access: Access): boolean {
  if (!through) return true;
  const between = access.objects.get(through.object)?.readableFields;
  return between !== undefined && between.has(through.near) && between.has(through.far);
}

/** A rule that compares with the state before the change is judged by the server alone. */
function describeRules(object: ObjectModel, viewer: Viewer): readonly RuleDescription[] {
  return object.rules.filter((rule) => rule.active && !rule.when.readsPrior && mayRead(rule.when, object, viewer)).map((rule) => ({
    id: rule.id,
    name: rule.name,
    when: rule.when.text,
    message: translate(rule.message, rule.messages, viewer.locale),
    ...present({ field: rule.field }),
  }));
}
