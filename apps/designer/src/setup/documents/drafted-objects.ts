import { fieldType, isFieldTypeName, type FieldProperty, type FieldTypeName, type JsonValue } from '@guanxi/field-types';
import { camelCase, pluralize, translate, type FieldDescription, type ObjectDescription, type ObjectDocument, type PicklistDocument, type Translations, type WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import type { StatedDocument } from './document-types.js';
import { draftedDocuments, isKind } from './setup-queries.js';

/** The objects as the draft has them, described as the workspace describes published ones: what formulas and conditions may name. */
export function useDraftedObjects(): readonly ObjectDescription[] {
  const { i18n } = useTranslation();
  const { data: documents } = useQuery(draftedDocuments);
  const { data: workspace } = useWorkspaceQuery();
  return useMemo(() => describeObjects(documents ?? [], workspace, i18n.language), [documents, workspace, i18n.language]);
}

export function describeObjects(documents: readonly StatedDocument[], workspace: Pick<WorkspaceDescription, 'objects'> | undefined, language: string): readonly ObjectDescription[] {
  const objects = documents.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const lists = new Map(documents.filter(isKind('picklist')).map(({ name, document }) => [name, document.values]));
  const published = workspace?.objects ?? [];
  const user = published.filter(({ platform }) => platform);
  return [...objects.map((object) => describeObject(object, objects, published, lists, language)), ...user];
}

type Lists = ReadonlyMap<string, PicklistDocument['values']>;

function describeObject(object: ObjectDocument, all: readonly ObjectDocument[], published: readonly ObjectDescription[], lists: Lists, language: string): ObjectDescription {
  const before = published.find(({ name }) => name === object.name);
  const { guanxi } = object;
  const system = (before ?? published[0])?.fields.filter((field) => field.system && (field.name !== 'recordType' || (guanxi.recordTypes?.length ?? 0) > 0)) ?? [];
  const own = Object.entries(object.properties).flatMap(([name, property]) => (isFieldTypeName(property.guanxi.type) ? [describeField(name, property, object, before, lists, language)] : []));
  const title = translate(object.title, guanxi.titles, language);
  return {
    name: object.name, singular: camelCase(object.name), plural: guanxi.plural ?? pluralize(camelCase(object.name)),
    label: title, pluralLabel: translate(guanxi.pluralTitle ?? pluralize(object.title), guanxi.pluralTitles ?? guanxi.titles, language),
    icon: guanxi.icon ?? '', color: guanxi.color ?? guanxi.id, nameField: guanxi.nameField ?? 'name', activity: guanxi.activity ?? true,
    platform: false, canCreate: true, canEdit: true, canDelete: true,
    fields: [...system, ...own], relations: relationsTo(object.name, all, language),
    layout: before?.layout ?? { kind: 'layout', name: object.name, object: object.name, sections: [], guanxi: { id: guanxi.id } }, views: [],
  };
}

function describeField(name: string, property: FieldProperty, object: ObjectDocument, before: ObjectDescription | undefined, lists: Lists, language: string): FieldDescription {
  const { guanxi } = property;
  const type = fieldType(guanxi.type);
  const read = type.readSettings(property);
  const list = typeof guanxi['valueSet'] === 'string' ? lists.get(guanxi['valueSet']) : undefined;
  const settings = list ? { ...read, values: list as unknown as JsonValue } : read;
  const target = type.reference?.(settings);
  const known = before?.fields.find((field) => field.name === name && field.type === guanxi.type);
  const titles = guanxi['titles'] as Translations | undefined;
  return {
    name, label: translate(property.title ?? name, titles, language), type: guanxi.type, settings,
    value: known?.value ?? resultOf(property, settings), storage: known?.storage ?? type.storage?.(settings) ?? 'column',
    required: object.required?.includes(name) ?? false, unique: guanxi['unique'] === true, externalId: guanxi['externalId'] === true,
    system: false, writable: true, sortable: type.sortable, operators: type.operators,
    ...(target !== undefined && target !== '' && { target }),
  };
}

/** What a formula or a roll-up that is not published yet will behave as, as near as its document says. */
function resultOf({ guanxi }: FieldProperty, settings: FieldDescription['settings']): FieldDescription['value'] {
  const { result, operation } = guanxi as { readonly result?: unknown; readonly operation?: unknown };
  const named = typeof result === 'string' && isFieldTypeName(result) ? result : operation === 'count' ? 'integer' : operation === undefined ? undefined : 'decimal';
  return named === undefined ? { type: guanxi.type, settings } : { type: named satisfies FieldTypeName, settings: fieldType(named).defaultSettings };
}

interface Inverse { readonly name: string; readonly title?: string; readonly titles?: Translations }

function relationsTo(target: string, all: readonly ObjectDocument[], language: string): ObjectDescription['relations'] {
  return all.flatMap((other) => Object.entries(other.properties).flatMap(([field, { guanxi }]) => {
    const inverse = guanxi['inverse'] as Inverse | undefined;
    const targets = Array.isArray(guanxi['targets']) ? guanxi['targets'] as readonly string[] : [guanxi['target']];
    if (!inverse || !targets.includes(target)) return [];
    return [{ name: inverse.name, label: translate(inverse.title ?? other.guanxi.pluralTitle ?? other.title, inverse.titles ?? other.guanxi.pluralTitles, language), object: other.name, field }];
  }));
}
