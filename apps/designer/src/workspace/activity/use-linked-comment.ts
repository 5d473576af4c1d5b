import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { commentAnchor } from './CommentThread.js';
import type { TimelineItem } from './timeline-item.js';

interface Shown {
  readonly items: readonly TimelineItem[] | undefined;
  readonly pages: number;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly fetchNextPage: () => void;
}

const mostPages = 20;

/** The comment that is given or that the address names: earlier pages are fetched until it is there, then it is scrolled to and marked. */
export function useLinkedComment(given: string | undefined): { readonly linked: string | null; readonly goTo: (id: string) => void; readonly turn: number } {
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  const asked = given ?? new URLSearchParams(search).get('comment');
  const [linked, setLinked] = useState<{ readonly id: string | null; readonly turn: number }>({ id: asked, turn: 0 });
  useEffect(() => setLinked((known) => (known.id === asked ? known : { id: asked, turn: known.turn + 1 })), [asked]);
  return { linked: linked.id, turn: linked.turn, goTo: (id) => setLinked(({ turn }) => ({ id, turn: turn + 1 })) };
}

/** Scrolls to it once it is there. Answers whether it is not to be found. */
export function useScrollToComment(linked: string | null, turn: number, { items, pages, hasNextPage, isFetching, fetchNextPage }: Shown): boolean {
  const isThere = linked !== null && items?.some(({ id, replies = [] }) => id === linked || replies.some((reply) => reply.id === linked)) === true;
  const isSought = linked !== null && items !== undefined && !isThere && hasNextPage && pages < mostPages;
  useEffect(() => { if (isSought && !isFetching) fetchNextPage(); }, [isSought, isFetching, fetchNextPage]);
  useEffect(() => {
    if (!isThere) return;
    const place = document.getElementById(commentAnchor(linked));
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [isThere, linked, turn]);
  return linked !== null && items !== undefined && !isThere && !isSought && !isFetching;
}
