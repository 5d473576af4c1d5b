import type { Usage } from '../documents/document-types.js';

/** One document and the places in it. */
export interface UsingDocument {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** Places inside of it, as people read them: `columns › 2`. */
  readonly places: readonly string[];
  /** Of the first place, below the document: `/properties/total/guanxi/formula`. */
  readonly path: string;
}

export interface UseArea { readonly area: string; readonly documents: readonly UsingDocument[]; readonly count: number }

/** Places by the part of the platform that they are in, then by document. */
export function groupUses(uses: readonly Usage[]): readonly UseArea[] {
  const areas = new Map<string, Map<string, UsingDocument>>();
  for (const { kind, name, title, path, area = kind } of uses) {
    const documents = areas.get(area) ?? new Map<string, UsingDocument>();
    const key = `${kind}:${name}`;
    const { places = [], path: first = path.slice(path.indexOf('/', 1)) } = documents.get(key) ?? {};
    documents.set(key, { kind, name, title: title || name, places: [...places, describePlace(path)], path: first });
    areas.set(area, documents);
  }
  return [...areas].map(([area, documents]) => ({ area, documents: [...documents.values()], count: [...documents.values()].reduce((sum, { places }) => sum + places.length, 0) }));
}

/** Where in Setup a document is changed. */
export function addressOf({ kind, name, path }: Pick<UsingDocument, 'kind' | 'name' | 'path'>): string | null {
  const field = /^\/properties\/([A-Za-z0-9]+)/.exec(path)?.[1];
  const tab = /^\/guanxi\/(rules|duplicates|recordTypes)\//.exec(path)?.[1];
  const addresses: Readonly<Record<string, string>> = {
    object: `/setup/objects/${name}${field ? `?field=${field}` : tab ? `?tab=${tab}` : ''}`,
    workflow: `/setup/workflows/${name}`, permissions: `/setup/permissions/${name}`, picklist: `/setup/picklists?set=${name}`,
    layout: `/setup/objects/${name.split('.')[0] ?? name}?tab=layout`, view: `/setup/objects/${name.split('.')[0] ?? name}?tab=views`, action: `/setup/objects/${name.split('.')[0] ?? name}?tab=actions`,
  };
  return addresses[kind] ?? null;
}

function describePlace(path: string): string {
  return path.split('/').slice(2).filter((one) => one !== 'properties' && one !== 'guanxi').map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ');
}
