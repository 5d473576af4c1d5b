import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

/** What is carried in the tree: a role, or a person who is to get another one. */
export interface Carried {
  readonly kind: 'role' | 'person';
  readonly id: string;
}

/** Makes a line carry something, and take what is let go over it; the nearest line wins. */
export function useTreeLine(carried: Carried, onDrop: ((carried: Carried) => void) | null) {
  const ref = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => { take.current = onDrop; });
  const { kind, id } = carried;
  const takes = onDrop !== null;
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const endDragging = draggable({ element, getInitialData: () => ({ kind, id }) });
    if (!takes) return endDragging;
    const endTaking = dropTargetForElements({
      element,
      canDrop: ({ source }) => readCarried(source.data) !== null && !(source.data['kind'] === kind && source.data['id'] === id),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const found = readCarried(source.data);
        if (found) take.current?.(found);
      },
    });
    return () => { endDragging(); endTaking(); };
  }, [kind, id, takes]);
  return { ref, isOver };
}

function readCarried({ kind, id }: Record<string | symbol, unknown>): Carried | null {
  return (kind === 'role' || kind === 'person') && typeof id === 'string' ? { kind, id } : null;
}
