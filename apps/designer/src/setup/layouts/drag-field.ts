import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { CellPlace } from './layout-edits.js';

/** Makes an element carry a field. */
export function useDraggableField(field: string) {
  const ref = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    return draggable({ element, getInitialData: () => ({ field }), onDragStart: () => setDragged(true), onDrop: () => setDragged(false) });
  }, [field]);
  return { ref, isDragged };
}

/** Makes an element take a field that is let go over it; the nearest one wins. `after`: let go over its second half, it goes behind. */
export function useFieldTarget<Element extends HTMLElement>(place: CellPlace, onDrop: (field: string, place: CellPlace) => void, halves: 'across' | 'none') {
  const ref = useRef<Element>(null);
  const [side, setSide] = useState<'before' | 'after' | null>(null);
  const { section, index } = place;
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const sideOf = (x: number): 'before' | 'after' => {
      const box = element.getBoundingClientRect();
      return halves === 'across' && x > box.left + box.width / 2 ? 'after' : 'before';
    };
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data['field'] === 'string',
      onDrag: ({ location, self }) => setSide(location.current.dropTargets[0]?.element === self.element ? sideOf(location.current.input.clientX) : null),
      onDragLeave: () => setSide(null),
      onDrop: ({ source, location, self }) => {
        setSide(null);
        if (location.current.dropTargets[0]?.element !== self.element) return;
        onDrop(String(source.data['field']), { section, index: sideOf(location.current.input.clientX) === 'after' ? index + 1 : index });
      },
    });
  }, [section, index, halves, onDrop]);
  return { ref, side };
}
