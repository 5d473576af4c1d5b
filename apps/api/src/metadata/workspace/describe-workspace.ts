import { objectLabel, objectPluralLabel, relationLabel, translate, type Model, type ObjectDescription, type ObjectModel, type WorkspaceDescription } from '@guanxi/metadata';
import type { Access, ObjectAccess } from '@guanxi/query';
import { describeField } from './describe-field.js';
import { describeLayout } from './describe-layout.js';
import { describeView } from './describe-view.js';

export interface WorkspaceInput {
  readonly model: Model;
  readonly revision: number;
  readonly access: Access;
  readonly locale: string;
  /** Title of the app that stands in where no app has been made. */
  readonly orgName: string;
}

/** What the page needs to draw lists and forms for one person: only what that person may see, in their language. */
export function describeWorkspace(input: WorkspaceInput): WorkspaceDescription {
  const { model, revision, access, locale } = input;
  const objects = model.objects.flatMap((object) => {
    const rights = access.objects.get(object.name);
    return rights && rights.read !== 'none' ? [describeObject(object, rights, { model, access, locale })] : [];
  });
  return { revision, apps: describeApps(input), objects };
}

/** An object that no app names stands at the end of the first one, so that nothing published is hidden. */
function describeApps({ model, access, locale, orgName }: WorkspaceInput): WorkspaceDescription['apps'] {
  const visible = (name: string) => access.objects.has(name);
  const named = new Set(model.apps.flatMap(({ navigation }) => navigation));
  const others = model.objects.filter(({ name, platform }) => !platform && !named.has(name) && visible(name)).map(({ name }) => name);
  const apps = model.apps.length > 0 ? model.apps : [{ name: 'all', title: orgName, navigation: [] }];
  return apps.map(({ name, navigation, ...app }, index) => ({
    name,
    title: translate(app.title, 'titles' in app ? app.titles : undefined, locale),
    navigation: [...navigation.filter(visible), ...(index === 0 ? others : [])],
  }));
}

interface Viewer {
  readonly model: Model;
  readonly access: Access;
  readonly locale: string;
}

function describeObject(object: ObjectModel, rights: ObjectAccess, viewer: Viewer): ObjectDescription {
  const { model, access, locale } = viewer;
  const relations = object.relations.filter((relation) => access.objects.get(relation.object)?.readableFields.has(relation.field));
  return {
    name: object.name,
    singular: object.singular,
    plural: object.plural,
    label: objectLabel(object, locale),
    pluralLabel: objectPluralLabel(object, locale),
    ...(object.description !== undefined && { description: object.description }),
    icon: object.icon,
    color: object.color,
    nameField: object.nameField,
    activity: object.activity,
    platform: object.platform,
    canCreate: rights.create,
    canEdit: rights.edit !== 'none',
    canDelete: rights.delete !== 'none',
    ...(rights.edit === 'own' && { editsOwnOnly: true }),
    ...(rights.delete === 'own' && { deletesOwnOnly: true }),
    fields: object.fields.filter(({ name }) => rights.readableFields.has(name)).map((field) => describeField(field, rights, locale)),
    relations: relations.map((relation) => ({ ...relation, label: relationLabel(model, relation, locale) })),
    layout: describeLayout(object, rights, viewer),
    views: model.views.filter((view) => view.object === object.name).flatMap((view) => describeView(view, object, viewer) ?? []),
  };
}
