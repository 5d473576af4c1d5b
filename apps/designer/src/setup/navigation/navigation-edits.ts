import type { AppDocument, NavigationEntry } from '@guanxi/metadata';

export type Navigation = AppDocument['navigation'];

/** A line of the builder: an entry, or an object inside of a group. */
export interface NavigationPlace {
  readonly entry: number;
  /** Position inside of the group. */
  readonly item?: number;
}

export function isGroup(entry: NavigationEntry): entry is Extract<NavigationEntry, { items: readonly string[] }> {
  return typeof entry === 'object' && 'items' in entry;
}

/** The objects that stand somewhere in it already. */
export function placedObjects(navigation: Navigation): ReadonlySet<string> {
  return new Set(navigation.flatMap((entry) => (typeof entry === 'string' ? [entry] : isGroup(entry) ? entry.items : [])));
}

export function replaceEntry(navigation: Navigation, index: number, entry: NavigationEntry): Navigation {
  return navigation.with(index, entry);
}

export function removeAt(navigation: Navigation, { entry, item }: NavigationPlace): Navigation {
  const group = navigation[entry];
  if (item === undefined || group === undefined || !isGroup(group)) return navigation.toSpliced(entry, 1);
  return navigation.with(entry, { ...group, items: group.items.toSpliced(item, 1) });
}

/** One step up or down: an object goes into a group that it meets, and out of it over its ends. */
export function step(navigation: Navigation, place: NavigationPlace, direction: 1 | -1): Navigation {
  const entry = navigation[place.entry];
  if (entry === undefined) return navigation;
  if (place.item !== undefined && isGroup(entry)) return stepInside(navigation, entry, { entry: place.entry, item: place.item }, direction);
  const to = place.entry + direction;
  const neighbour = navigation[to];
  if (neighbour === undefined) return navigation;
  if (typeof entry === 'string' && isGroup(neighbour)) {
    const items = direction === 1 ? [entry, ...neighbour.items] : [...neighbour.items, entry];
    return navigation.with(to, { ...neighbour, items }).toSpliced(place.entry, 1);
  }
  return navigation.toSpliced(place.entry, 1).toSpliced(to, 0, entry);
}

function stepInside(navigation: Navigation, group: Extract<NavigationEntry, { items: readonly string[] }>, { entry, item }: Required<NavigationPlace>, direction: 1 | -1): Navigation {
  const name = group.items[item];
  if (name === undefined) return navigation;
  const rest = group.items.toSpliced(item, 1);
  const to = item + direction;
  if (to >= 0 && to <= rest.length) return navigation.with(entry, { ...group, items: rest.toSpliced(to, 0, name) });
  return navigation.with(entry, { ...group, items: rest }).toSpliced(direction === 1 ? entry + 1 : entry, 0, name);
}
