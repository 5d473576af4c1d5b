import type { DocumentKind, MetadataDocument } from '../document/documents.js';
import { jsonPointer } from '../json-pointer.js';
import { isEqual } from '../plan/is-equal.js';
import { mergeValues, type MergeLog, type Place } from './merge-values.js';

export interface MergeSides {
  /** What both sides began with. */
  readonly base: readonly MetadataDocument[];
  readonly mine: readonly MetadataDocument[];
  readonly theirs: readonly MetadataDocument[];
}

export type MergeSide = 'mine' | 'theirs';

/** A place where both sides say something different of what they began with. */
export interface MergeConflict {
  readonly kind: DocumentKind;
  readonly name: string;
  /** JSON pointer that begins with the document: `/object:Customer/title`. What `choices` names. */
  readonly path: string;
  /** Absent where the side has nothing there. */
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** What was chosen; `mine` where nobody has said anything. */
  readonly choice: MergeSide;
  readonly decided: boolean;
}

/** Something that is different on my side after the merge. */
export interface MergeChange {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly event: 'added' | 'changed' | 'removed';
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface MergeResult {
  readonly documents: readonly MetadataDocument[];
  readonly conflicts: readonly MergeConflict[];
  readonly changes: readonly MergeChange[];
}

/**
 * Brings two histories of one set of documents together, key by key; documents and fields are known by their ids, so that
 * a rename on one side and a change on the other are no conflict. `choices` decides conflicts by their paths.
 */
export function mergeDocuments({ base, mine, theirs }: MergeSides, choices: Readonly<Record<string, MergeSide>> = {}): MergeResult {
  const conflicts: MergeConflict[] = [];
  const changes: MergeChange[] = [];
  const [before, ours, others] = [byId(base), byId(mine), byId(theirs)];
  const ids = new Set([...ours.keys(), ...others.keys()]);
  const documents = [...ids].flatMap((id) => {
    const three = { base: before.get(id), mine: ours.get(id), theirs: others.get(id) };
    const shown = (three.mine ?? three.theirs) as MetadataDocument;
    const address = `${shown.kind}:${shown.name}`;
    const log = makeLog(shown, address, choices, { conflicts, changes });
    const merged = mergeValues({ base: open(three.base), mine: open(three.mine), theirs: open(three.theirs) }, [], log);
    return merged === undefined ? [] : [close(merged as OpenDocument)];
  });
  return { documents, conflicts, changes };
}

function makeLog(
  { kind, name }: MetadataDocument,
  address: string,
  choices: Readonly<Record<string, MergeSide>>,
  into: { readonly conflicts: MergeConflict[]; readonly changes: MergeChange[] },
): MergeLog {
  const pathOf = (place: Place): string => jsonPointer(address, ...place);
  return {
    decide({ place, base, mine, theirs }) {
      const path = pathOf(place);
      const choice = choices[path];
      const sides = { ...(base !== undefined && { base }), ...(mine !== undefined && { mine }), ...(theirs !== undefined && { theirs }) };
      into.conflicts.push({ kind, name, path, ...sides, choice: choice ?? 'mine', decided: choice !== undefined });
      return choice === 'theirs' ? theirs : mine;
    },
    take({ place, before, after }) {
      const event = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
      into.changes.push({ kind, name, event, path: pathOf(place), ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    },
  };
}

function byId(documents: readonly MetadataDocument[]): ReadonlyMap<string, MetadataDocument> {
  return new Map(documents.map((document) => [document.guanxi.id, document]));
}

/** An object document with its fields by their ids instead of their names. */
type OpenDocument = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, { readonly name: string; readonly property: unknown }>> };

function open(document: MetadataDocument | undefined): unknown {
  if (document?.kind !== 'object') return document;
  const properties = Object.entries(document.properties).map(([name, property]) => [property.guanxi.id, { name, property }]);
  return { ...document, properties: Object.fromEntries(properties) };
}

function close(document: OpenDocument): MetadataDocument {
  if (document['kind'] !== 'object') return document as unknown as MetadataDocument;
  const properties = Object.values(document.properties ?? {}).map(({ name, property }) => [name, property]);
  return { ...document, properties: Object.fromEntries(properties) } as unknown as MetadataDocument;
}

/** The documents that differ from `mine`, and those of it that are gone: what has to be laid into a draft. */
export function mergeEdit(mine: readonly MetadataDocument[], merged: readonly MetadataDocument[]): { readonly documents: readonly MetadataDocument[]; readonly remove: readonly { kind: string; name: string }[] } {
  const before = byId(mine);
  const after = byId(merged);
  return {
    documents: merged.filter((document) => !isEqual(before.get(document.guanxi.id), document)),
    remove: mine.filter(({ guanxi }) => !after.has(guanxi.id)).map(({ kind, name }) => ({ kind, name })),
  };
}
