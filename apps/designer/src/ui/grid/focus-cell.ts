import type { Cell } from './cell-range.js';

/** Gives a cell the focus, waiting some frames for its row to come into the document. */
export function focusCell(scroller: HTMLElement | null, cell: Cell, tries = 3): void {
  const element = scroller?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`);
  if (!element) {
    if (tries > 0) requestAnimationFrame(() => focusCell(scroller, cell, tries - 1));
    return;
  }
  element.focus({ preventScroll: true });
  if (scroller) bringIntoSight(scroller, element);
}

/** True where keys and the clipboard belong to a control inside the grid. */
export function isInControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, [contenteditable="true"], [role="menu"], [role="dialog"], [role="spinbutton"], [data-editor]') !== null;
}

/** Sideways only: what stays in sight at the left would cover a cell that the browser takes for visible. */
function bringIntoSight(scroller: HTMLElement, element: HTMLElement): void {
  if (getComputedStyle(element).position === 'sticky') return;
  const [cell, frame] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const pinned = [...element.parentElement?.children ?? []].filter((each) => getComputedStyle(each).position === 'sticky');
  const left = Math.max(frame.left, ...pinned.map((each) => each.getBoundingClientRect().right));
  if (cell.left < left) scroller.scrollLeft -= left - cell.left;
  else if (cell.right > frame.right) scroller.scrollLeft += Math.min(cell.right - frame.right, cell.left - left);
}
