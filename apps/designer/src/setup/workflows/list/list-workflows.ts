import type { StatedDocument } from '../../documents/document-types.js';
import { isKind } from '../../documents/setup-queries.js';
import type { WorkflowDraft, WorkflowState } from '../automation-types.js';
import { listUnsaved } from '../editor/unsaved-workflows.js';

export interface WorkflowRow {
  readonly workflow: WorkflowDraft;
  /** Null while it was never published. */
  readonly state: WorkflowState | null;
  readonly hasChanges: boolean;
}

/** What is published, with the draft and what is not even saved there laid over it. */
export function listWorkflows(states: readonly WorkflowState[], documents: readonly StatedDocument[]): readonly WorkflowRow[] {
  const unsaved = new Map(listUnsaved().map((workflow) => [workflow.name, workflow]));
  const drafted = documents.filter(isKind('workflow')).filter(({ state }) => state !== 'REMOVED');
  const rows = drafted.map(({ document, state }): WorkflowRow => ({
    workflow: unsaved.get(document.name) ?? document,
    state: states.find(({ document: published }) => published.guanxi.id === document.guanxi.id) ?? null,
    hasChanges: state !== 'PUBLISHED' || unsaved.has(document.name),
  }));
  const begun = [...unsaved.values()].filter(({ name }) => !drafted.some(({ document }) => document.name === name)).map((workflow): WorkflowRow => ({ workflow, state: null, hasChanges: true }));
  return [...begun, ...rows].sort((one, other) => one.workflow.title.localeCompare(other.workflow.title));
}

export interface WorkflowFolder {
  /** Null for those without one, which come last. */
  readonly folder: string | null;
  readonly rows: readonly WorkflowRow[];
}

/** The folders by name, each with its rows in their order. */
export function groupByFolder(rows: readonly WorkflowRow[]): readonly WorkflowFolder[] {
  const names = new Set(rows.flatMap(({ workflow }) => workflow.folder ?? []));
  const folders = [...names].sort((one, other) => one.localeCompare(other));
  return [...folders, null]
    .map((folder) => ({ folder, rows: rows.filter(({ workflow }) => (workflow.folder ?? null) === folder) }))
    .filter((group) => group.rows.length > 0);
}
