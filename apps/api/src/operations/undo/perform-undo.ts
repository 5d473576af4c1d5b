import { say } from '@guanxi/field-types';
import { OperationStore } from '../operation-store.js';
import { operationTexts } from '../operation-wording.js';
import type { Performer } from '../performers.js';
import { undoOperation } from './undo-operation.js';

/** What an operation whose request is `{ undo: id }` does. */
export const performUndo: Performer = async (operation, place, report) => {
  const id = operation.undoes ?? '';
  const store = new OperationStore(place.session, place.actor.org.schema);
  const undone = await store.hold(id);
  // Two may have asked for it at the same moment.
  if (!undone || undone.undoneBy !== null) return { ok: false, error: say(operationTexts.undoneAlready, place.actor.locale) };
  await undoOperation(place, { id, isMerge: undone.kind === 'merge' }, report);
  await store.markUndone(id, operation.id);
  return { ok: true };
};
