const storageKey = (object: string, recordId: string) => `guanxi.comment.${object}.${recordId}`;

/** A comment that was begun and not sent; lasts as long as the window. */
export function readCommentDraft(object: string, recordId: string): string {
  try {
    return sessionStorage.getItem(storageKey(object, recordId)) ?? '';
  } catch {
    return '';
  }
}

export function keepCommentDraft(object: string, recordId: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(storageKey(object, recordId));
    else sessionStorage.setItem(storageKey(object, recordId), text);
  } catch {
    // Without storage the text lives as long as the page.
  }
}
