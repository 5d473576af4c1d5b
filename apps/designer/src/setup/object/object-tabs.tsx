import type { ObjectDocument } from '@guanxi/metadata';
import { lazy, type ReactNode } from 'react';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { FieldsTab } from './fields/FieldsTab.js';
import { workflowsOf } from './workflows-of.js';
import { readRelations } from './read-relations.js';

interface TabContext {
  readonly stated: StatedDocument<ObjectDocument>;
  readonly before: ObjectDocument | null;
  readonly title: string;
  readonly documents: readonly StatedDocument[];
  readonly records: number;
}

export interface ObjectTab {
  /** `setup.object.tab.<id>` names it. */
  readonly id: string;
  readonly count?: number;
  readonly content: () => ReactNode;
}

const RelationsTab = lazy(async () => ({ default: (await import('./RelationsTab.js')).RelationsTab }));
const LayoutsTab = lazy(async () => ({ default: (await import('../layouts/LayoutsTab.js')).LayoutsTab }));
const ViewsTab = lazy(async () => ({ default: (await import('../views/ViewsTab.js')).ViewsTab }));
const ActionsTab = lazy(async () => ({ default: (await import('../actions/ActionsTab.js')).ActionsTab }));
const RulesTab = lazy(async () => ({ default: (await import('../rules/RulesTab.js')).RulesTab }));
const AutomationTab = lazy(async () => ({ default: (await import('./AutomationTab.js')).AutomationTab }));
const AccessTab = lazy(async () => ({ default: (await import('./AccessTab.js')).AccessTab }));
const RecordTypesTab = lazy(async () => ({ default: (await import('./record-types/RecordTypesTab.js')).RecordTypesTab }));
const DuplicatesTab = lazy(async () => ({ default: (await import('./duplicates/DuplicatesTab.js')).DuplicatesTab }));
const SettingsTab = lazy(async () => ({ default: (await import('./SettingsTab.js')).SettingsTab }));
const JsonTab = lazy(async () => ({ default: (await import('./JsonTab.js')).JsonTab }));

/** What there is to see of an object, in the order of the tabs; the number keys count them. Code beyond the fields is fetched when it is asked for. */
export function describeTabs({ stated: { document, state, name }, before, title, documents, records }: TabContext): readonly ObjectTab[] {
  const isPublished = before !== null;
  const isRemoved = state === 'REMOVED';
  const relations = readRelations(document, documents.filter(isKind('object')));
  const views = documents.filter(isKind('view')).filter((one) => one.document.object === name);
  const { rules = [], recordTypes = [], duplicates = [] } = document.guanxi;
  return [
    { id: 'fields', count: Object.keys(document.properties).length, content: () => <FieldsTab object={document} before={before} title={title} isRemoved={isRemoved} /> },
    { id: 'relations', count: relations.length, content: () => <RelationsTab relations={relations} object={document} title={title} isRemoved={isRemoved} /> },
    { id: 'layout', count: documents.filter(isKind('layout')).filter((one) => one.document.object === name).length, content: () => <LayoutsTab object={document} documents={documents} /> },
    { id: 'views', count: views.length, content: () => <ViewsTab views={views} object={document} /> },
    { id: 'rules', count: rules.length, content: () => <RulesTab object={document} isPublished={isPublished} isRemoved={isRemoved} /> },
    { id: 'actions', count: documents.filter(isKind('action')).filter((one) => one.document.object === name).length, content: () => <ActionsTab object={document} documents={documents} /> },
    { id: 'automation', count: workflowsOf(name, documents).length, content: () => <AutomationTab object={document} documents={documents} /> },
    { id: 'access', content: () => <AccessTab object={document} isRemoved={isRemoved} /> },
    { id: 'recordTypes', count: recordTypes.length, content: () => <RecordTypesTab object={document} isRemoved={isRemoved} /> },
    { id: 'duplicates', count: duplicates.length, content: () => <DuplicatesTab object={document} isPublished={isPublished} isRemoved={isRemoved} /> },
    { id: 'settings', content: () => <SettingsTab key={document.guanxi.id} object={document} isPublished={isPublished} records={records} /> },
    { id: 'json', content: () => <JsonTab object={document} isPublished={isPublished} /> },
  ];
}
