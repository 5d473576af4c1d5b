/** A message as a tree. Values of records enter it as words only, so that nothing in them can become a mark or an address. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'button'; readonly href: readonly Word[]; readonly content: readonly Inline[] }
  | { readonly kind: 'rule' };

export type Inline =
  | Word
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: readonly Word[]; readonly content: readonly Inline[] };

/** Words as they stand, or the place of the token of that number. */
export type Word = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'token'; readonly index: number };
