/** What people can say of a comment without words. Their pictures are the page's. */
export const reactions = ['agree', 'love', 'celebrate', 'laugh', 'looking', 'done'] as const;

export type Reaction = (typeof reactions)[number];

export function isReaction(word: string): word is Reaction {
  return (reactions as readonly string[]).includes(word);
}
