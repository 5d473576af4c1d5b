import type { ObjectModel } from '../../model/model.js';

/** What people see of it is, first of all, what they and those below them own: each owner's records are asked for in the orders of lists. */
export function isPrivate({ document, fields }: ObjectModel): boolean {
  return (document?.guanxi.sharing?.default ?? 'private') === 'private' && !fields.some(({ type }) => type === 'masterDetail');
}
