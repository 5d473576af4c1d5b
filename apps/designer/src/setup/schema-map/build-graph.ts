import { translate, type AppDocument, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { targetsOf } from '../object/read-relations.js';

export interface MapEdge {
  readonly id: string;
  /** Where the field is, and what it leads to. */
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly title: string;
  readonly kind: 'lookup' | 'masterDetail' | 'polymorphicLookup' | 'junction';
  readonly isRequired: boolean;
}

export interface SchemaGraph {
  readonly objects: readonly ObjectDocument[];
  readonly edges: readonly MapEdge[];
}

export interface MapFilter {
  readonly app: AppDocument | null;
  readonly search: string;
  /** Only this object and what is so many relations away from it. */
  readonly center: string | null;
  readonly hops: number;
}

const kinds = ['lookup', 'masterDetail', 'polymorphicLookup', 'junction'] as const;

/** Objects and the fields that connect them. */
export function buildGraph(objects: readonly ObjectDocument[], language = 'en'): SchemaGraph {
  const names = new Set(objects.map(({ name }) => name));
  const edges = objects.flatMap((object) => Object.entries(object.properties).flatMap(([field, property]) => {
    const kind = kinds.find((one) => one === property.guanxi.type);
    if (!kind) return [];
    return targetsOf(property, objects).filter((target) => names.has(target)).map((to): MapEdge => ({
      id: `${property.guanxi.id}-${to}`, from: object.name, to, field, title: translate(property.title ?? field, property.guanxi['titles'] as Translations | undefined, language), kind, isRequired: kind === 'masterDetail' || (object.required?.includes(field) ?? false),
    }));
  }));
  return { objects, edges };
}

/** What of the graph is asked for; an object that is searched for brings what it is connected with along. */
export function filterGraph(graph: SchemaGraph, { app, search, center, hops }: MapFilter): SchemaGraph {
  const inApp = app === null ? null : new Set(app.navigation.flatMap((entry) => (typeof entry === 'string' ? [entry] : 'items' in entry ? entry.items : [])));
  const wanted = search.trim().toLocaleLowerCase();
  const found = wanted === '' ? null : graph.objects.filter(({ name, title, guanxi }) => [name, title, ...Object.values(guanxi.titles ?? {})].some((text) => text.toLocaleLowerCase().includes(wanted))).map(({ name }) => name);
  const near = center === null ? null : reach(graph, [center], hops);
  const around = found === null ? null : reach(graph, found, 1);
  const kept = graph.objects.filter(({ name }) => [inApp, near, around].every((set) => set === null || set.has(name)));
  const names = new Set(kept.map(({ name }) => name));
  return { objects: kept, edges: graph.edges.filter(({ from, to }) => names.has(from) && names.has(to)) };
}

function reach({ edges }: SchemaGraph, start: readonly string[], hops: number): ReadonlySet<string> {
  const reached = new Set(start);
  for (let step = 0; step < hops; step += 1) {
    const next = edges.flatMap(({ from, to }) => (reached.has(from) ? [to] : reached.has(to) ? [from] : []));
    for (const name of next) reached.add(name);
  }
  return reached;
}
