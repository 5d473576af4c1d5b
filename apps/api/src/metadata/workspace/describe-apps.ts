import { holdsAny } from '@guanxi/query';
import { translate, type AppDescription, type AppDocument, type NavigationEntry } from '@guanxi/metadata';
import { present } from './present.js';
import type { Viewer } from './may-read.js';

/** The apps that this person sees. An object that no app names stands at the end of the first one, so that nothing published is hidden. */
export function describeApps({ model, access, locale }: Viewer, orgName: string): readonly AppDescription[] {
  const visible = (name: string): boolean => access.objects.has(name);
  const named = new Set(model.apps.flatMap((app) => app.navigation.flatMap(objectsOf)));
  const others = model.objects.filter(({ name, platform }) => !platform && !named.has(name) && visible(name)).map(({ name }) => name);
  const seen = model.apps.filter(({ permissionSets }) => holdsAny(access, permissionSets));
  const apps: readonly Pick<AppDocument, 'name' | 'title' | 'titles' | 'navigation' | 'description' | 'icon' | 'color'>[] =
    seen.length > 0 ? seen : [{ name: 'all', title: orgName, navigation: [] }];
  return apps.map(({ name, title, titles, navigation, description, icon, color }, index) => ({
    name,
    title: translate(title, titles, locale),
    ...present({ description, icon, color }),
    navigation: [...navigation.flatMap((entry) => describeEntry(entry, visible, locale)), ...(index === 0 ? others : [])],
  }));
}

function objectsOf(entry: NavigationEntry): readonly string[] {
  if (typeof entry === 'string') return [entry];
  return 'items' in entry ? entry.items : [];
}

function describeEntry(entry: NavigationEntry, visible: (name: string) => boolean, locale: string): readonly NavigationEntry[] {
  if (typeof entry === 'string') return visible(entry) ? [entry] : [];
  const title = translate(entry.title, entry.titles, locale);
  if ('url' in entry) return [{ title, url: entry.url }];
  const items = entry.items.filter(visible);
  return items.length > 0 ? [{ title, items }] : [];
}
