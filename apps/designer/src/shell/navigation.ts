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

export interface Navigation {
  readonly apps: readonly { readonly name: string; readonly title: string }[];
  readonly app: { readonly name: string; readonly title: string } | null;
  readonly chooseApp: (name: string) => void;
  /** The objects of the chosen app, in its order. */
  readonly items: readonly NavigationItem[];
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
    const items = app ? app.navigation.flatMap(objectsOf).flatMap((name) => named.get(name) ?? []) : allItems;
    return {
      apps, app, items, allItems, activeName, isLoading: isPending, error, retry: () => void refetch(),
      chooseApp: (name: string) => {
        localStorage.setItem(chosenAppKey, name);
        setChosen(name);
      },
    };
  }, [data, chosen, activeName, isPending, error, refetch]);
}

function objectsOf(entry: NavigationEntry): readonly string[] {
  if (typeof entry === 'string') return [entry];
  return 'items' in entry ? entry.items : [];
}

function toItem({ name, pluralLabel, label, icon, color, canCreate }: ObjectDescription): NavigationItem {
  return { name, label: pluralLabel, singularLabel: label, icon, hue: color, href: `/app/${name}`, canCreate };
}
