import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { StatedDocument } from './document-types.js';

type Open<Item> = Item | 'new' | null;

/** Which document's panel is open over a list: its name stands in the address under `key`, so that it can be linked to. */
export function useOpenItem<Item extends StatedDocument>(items: readonly Item[], key: string): readonly [Open<Item>, (next: Open<Item>) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const named = items.find(({ name, state }) => name === search[key] && state !== 'REMOVED');
  const setOpen = (next: Open<Item>) => {
    setNew(next === 'new');
    const name = next === null || next === 'new' ? undefined : next.name;
    if (name !== search[key]) void navigate({ to: '.', search: (before: object) => ({ ...before, [key]: name }), replace: true });
  };
  return [isNew ? 'new' : named ?? null, setOpen];
}
