const listeners = new Set<() => void>();

/** Called when a request finds that nobody is signed in any more. */
export function announceSessionExpired(): void {
  for (const listener of listeners) listener();
}

export function onSessionExpired(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
