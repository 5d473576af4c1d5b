import type { NavigationEntry, ObjectDescription } from '@guanxi/metadata';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useWorkspaceQuery } from '../api/index.js';

export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly hue: string;
  readonly href: string;
  readonly canCreate: boolean;
  readonly singularLabel: string;
}

/** An address outside of the objects that the app leads to. */
export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  /** Leaves the product: opens beside it. */
  readonly isElsewhere: boolean;
}

/** What stands together in the sidebar, under a title of its own where the app groups it. */
export interface NavigationBlock {
  readonly title?: string;
  readonly entries: readonly (NavigationItem | NavigationLink)[];
}

export interface Navigation {
  readonly apps: readonly { readonly name: string; readonly title: string }[];
  readonly app: { readonly name: string; readonly title: string } | null;
  readonly chooseApp: (name: string) => void;
  /** The objects of the chosen app, in its order. */
  readonly items: readonly NavigationItem[];
  /** The same with the app's groups and links. */
  readonly blocks: readonly NavigationBlock[];
  /** Every object that this person may see. */
  readonly allItems: readonly NavigationItem[];
  /** The object whose list or record is open. */
  readonly activeName: string | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

const chosenAppKey = 'guanxi.app';

export function useNavigation(): Navigation {
  const { data, isPending, error, refetch } = useWorkspaceQuery();
  const [chosen, setChosen] = useState(() => localStorage.getItem(chosenAppKey));
  const { object: activeName = null } = useParams({ strict: false }) as { readonly object?: string };

  return useMemo(() => {
    const apps = data?.apps ?? [];
    const app = apps.find(({ name }) => name === chosen) ?? apps[0] ?? null;
    const allItems = (data?.objects ?? []).map(toItem);
    const named = new Map(allItems.map((item) => [item.name, item]));
    const blocks = app ? arrangeBlocks(app.navigation, named) : [{ entries: allItems }];
    const items = blocks.flatMap(({ entries }) => entries).filter((entry) => 'name' in entry);
    return {
      apps, app, items, blocks, allItems, activeName, isLoading: isPending, error, retry: () => void refetch(),
      chooseApp: (name: string) => {
        localStorage.setItem(chosenAppKey, name);
        setChosen(name);
      },
    };
  }, [data, chosen, activeName, isPending, error, refetch]);
}

/** Entries between two groups stand together; a group that holds nothing for this person is left out. */
export function arrangeBlocks(navigation: readonly NavigationEntry[], objects: ReadonlyMap<string, NavigationItem>): readonly NavigationBlock[] {
  const blocks: NavigationBlock[] = [];
  for (const entry of navigation) {
    if (typeof entry === 'object' && 'items' in entry) {
      blocks.push({ title: entry.title, entries: entry.items.flatMap((name) => objects.get(name) ?? []) });
      continue;
    }
    const found = typeof entry === 'string' ? objects.get(entry) : toLink(entry);
    const last = blocks.at(-1);
    if (!found) continue;
    if (last && last.title === undefined) blocks.splice(-1, 1, { entries: [...last.entries, found] });
    else blocks.push({ entries: [found] });
  }
  return blocks.filter(({ entries }) => entries.length > 0);
}

/** Only addresses of the web and of this page itself: an app must not bring a script. */
function toLink({ title, url }: Extract<NavigationEntry, { url: string }>): NavigationLink | undefined {
  if (/^https?:\/\//i.test(url)) return { label: title, href: url, isElsewhere: true };
  return /^\/(?![/\\])/.test(url) ? { label: title, href: url, isElsewhere: false } : undefined;
}

function toItem({ name, pluralLabel, label, icon, color, canCreate }: ObjectDescription): NavigationItem {
  return { name, label: pluralLabel, singularLabel: label, icon, hue: color, href: `/app/${name}`, canCreate };
}
