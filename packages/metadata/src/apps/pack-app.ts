import type { AppDocument, MetadataDocument } from '../document/documents.js';
import { USER } from '../model/system-fields.js';
import type { Problem } from '../problem.js';
import { jsonPointer } from '../json-pointer.js';
import { BUNDLE_FORMAT, type AppBundle, type DocumentName } from './app-bundle.js';
import { documentReferences } from './document-references.js';

export interface PackedApp {
  readonly bundle: AppBundle;
  /** What was not chosen and had to come along. */
  readonly added: readonly DocumentName[];
  readonly problems: readonly Problem[];
}

/**
 * Packs an app of the org with what it is made of: what its `contents` name (or, where they name nothing, the objects of
 * its navigation with their layouts, views, workflows, actions and permission sets), and whatever those refer to. What belongs to another
 * installed app becomes a dependency on its version instead. `owners` says which app a document came with, by `kind name`.
 */
export function packApp(app: AppDocument, documents: readonly MetadataDocument[], owners: ReadonlyMap<string, { readonly app: string; readonly version: string }>): PackedApp {
  const byName = new Map(documents.map((document) => [keyOf(document), document]));
  const chosen = chooseContents(app, documents);
  const problems: Problem[] = [];
  const dependencies = new Map(Object.entries(app.dependencies ?? {}));
  const packed = new Map<string, MetadataDocument>();
  const added: DocumentName[] = [];
  const waiting = chosen.map((name, index) => ({ name, from: undefined as MetadataDocument | undefined, index }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const key = keyOf(next.name);
    const owner = owners.get(key);
    if (packed.has(key)) continue;
    if (owner && owner.app !== app.name) {
      if (!dependencies.has(owner.app)) dependencies.set(owner.app, `^${owner.version}`);
      continue;
    }
    const document = byName.get(key);
    if (!document) {
      const asker = next.from ? ` that ${next.from.kind} "${next.from.name}" refers to` : '';
      problems.push({ path: jsonPointer('contents', next.index), code: 'document.unknown', message: `There is no ${next.name.kind} "${next.name.name}"${asker}.` });
      continue;
    }
    if (next.from) added.push({ kind: document.kind, name: document.name });
    packed.set(key, document);
    waiting.push(...documentReferences(document).map((name) => ({ name, from: document, index: next.index })));
  }
  const { dependencies: _before, ...rest } = app;
  const named: AppDocument = { ...rest, ...(dependencies.size > 0 && { dependencies: Object.fromEntries([...dependencies].sort(([a], [b]) => (a < b ? -1 : 1))) }) };
  const carried = [...packed.values()].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return { bundle: { format: BUNDLE_FORMAT, app: named, documents: carried }, added, problems };
}

export function keyOf({ kind, name }: DocumentName): string {
  return `${kind} ${name}`;
}

function chooseContents(app: AppDocument, documents: readonly MetadataDocument[]): readonly DocumentName[] {
  if (app.contents && app.contents.length > 0) return app.contents;
  const objects = new Set(app.navigation.flatMap((entry) => (typeof entry === 'string' ? [entry] : 'items' in entry ? entry.items : [])));
  return documents.filter((document) => {
    if (document.kind === 'object') return objects.has(document.name);
    // A permission set goes along when it is about nothing else.
    if (document.kind === 'permissions') return Object.keys(document.objects).every((name) => objects.has(name) || name === USER);
    return 'object' in document && document.object !== undefined && objects.has(document.object);
  });
}
