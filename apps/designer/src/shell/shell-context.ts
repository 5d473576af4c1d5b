import { createContext, use } from 'react';

export interface ShellActions {
  readonly openCommands: () => void;
  readonly openShortcuts: () => void;
  /** Opens the navigation on small screens. */
  readonly openDrawer: () => void;
}

export const ShellContext = createContext<ShellActions | null>(null);

export function useShell(): ShellActions {
  const actions = use(ShellContext);
  if (!actions) throw new Error('useShell is called outside of the shell.');
  return actions;
}
