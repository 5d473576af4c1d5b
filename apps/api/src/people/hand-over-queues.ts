import type { QueueDocument } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import type { Drafts } from '../metadata/draft/drafts.js';

interface Membership {
  /** E-mail addresses. */
  readonly from: string;
  readonly to: string;
}

export interface HandedQueues {
  /** Titles of the queues whose draft names the other person now. */
  readonly queues: readonly string[];
  /** Why they could not be changed. */
  readonly queueRefusal: string | null;
}

/**
 * Who works in a queue stands in its document, and documents change by a publishing: the other person is laid into the draft in
 * the place of the one who leaves, and somebody has to publish it. Until then the queue has one member less.
 */
export async function handOverQueues(drafts: Drafts, actor: Actor, { from, to }: Membership): Promise<HandedQueues> {
  const documents = await drafts.documents(actor.org, true);
  const changed = documents.flatMap(({ document, state }): QueueDocument[] => {
    if (state === 'REMOVED' || document.kind !== 'queue' || !document.members.some((member) => isSame(member, from))) return [];
    const isThere = document.members.some((member) => isSame(member, to));
    return [{ ...document, members: document.members.flatMap((member) => (isSame(member, from) ? (isThere ? [] : [to]) : [member])) }];
  });
  if (changed.length === 0) return { queues: [], queueRefusal: null };
  const { problems: [problem] } = await drafts.edit(actor.org, actor, { documents: changed, remove: [] });
  return problem ? { queues: [], queueRefusal: problem.tell?.(actor.locale).message ?? problem.message } : { queues: changed.map(({ title }) => title), queueRefusal: null };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
