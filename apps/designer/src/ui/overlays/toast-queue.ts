import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface ToastContent {
  readonly message: string;
  readonly description?: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** Offers Undo. */
  readonly onUndo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const visibleFor = 8000;

/** Shows a message for 8 s; hovering or focusing it holds the time. Errors stay until they are closed. Returns how to close it. */
export function showToast(content: ToastContent): () => void {
  const key = toastQueue.add(content, content.tone === 'danger' ? {} : { timeout: visibleFor });
  return () => toastQueue.close(key);
}
