import type { FlowPart } from '../flow-parts.js';
import { focusPart, type FlowBoard } from './board.js';
import { stepPart } from '../flow-parts.js';

/** Opens a part with its settings, also where it is folded away, and gives the focus to the first field that is wrong. */
export function showPart(board: FlowBoard, part: FlowPart): void {
  for (const owner of ownersOf(board, part)) if (board.collapsed.has(owner)) board.fold(owner);
  board.open(part);
  const waitFor = (frames: number) => requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('aside [aria-invalid="true"]');
    if (field) field.focus();
    else if (frames > 0) waitFor(frames - 1);
    else focusPart(part);
  });
  waitFor(20);
}

/** Ids of the steps in whose ways it stands, the outermost last. */
function ownersOf({ itemOf }: FlowBoard, part: FlowPart): readonly string[] {
  const owner = itemOf(part)?.list.owner ?? null;
  return owner === null ? [] : [owner, ...ownersOf({ itemOf } as FlowBoard, stepPart(owner))];
}
