import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface ToastContent {
  readonly message: string;
  readonly description?: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** Offers Undo. */
  readonly onUndo?: () => void;
  /** Says what is seen anyway: gone after two seconds. */
  readonly isBrief?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** More would cover what people work on; the newest are seen, the others follow. */
const mostVisible = 2;

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: mostVisible });

const visibleFor = 8000;
const brieflyVisibleFor = 2000;

/** Shows a message for 8 s; hovering or focusing it holds the time. Errors stay until they are closed. Returns how to close it. */
export function showToast(content: ToastContent): () => void {
  const key = toastQueue.add(content, content.tone === 'danger' ? {} : { timeout: content.isBrief ? brieflyVisibleFor : visibleFor });
  return () => toastQueue.close(key);
}
