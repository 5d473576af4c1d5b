import type { LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Heading it stands under; the headings are shown in the order in which they first come. */
  readonly section: string;
  readonly icon?: LucideIcon;
  readonly glyph?: ReactNode;
  /** Other words it is found by. */
  readonly keywords?: string;
  /** Drawn in place of the label, such as with the match marked. */
  readonly drawn?: ReactNode;
  readonly description?: ReactNode;
  /** About what is chosen or open now: its heading stands above the recent ones. */
  readonly isNear?: boolean;
  /** Stands at the end, whatever else is found. */
  readonly isLast?: boolean;
  readonly shortcut?: string;
  readonly href?: string;
  readonly run?: () => void;
}

/** Looks something up on the server while people type, such as records. */
export interface CommandSource {
  readonly id: string;
  search(text: string, signal: AbortSignal): Promise<readonly Command[]>;
}

interface Registered {
  readonly commands: readonly (readonly Command[])[];
  readonly sources: readonly CommandSource[];
}

let registered: Registered = { commands: [], sources: [] };
const listeners = new Set<() => void>();

/** Adds commands while the component is mounted; those of the innermost page stand on top. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    publish({ ...registered, commands: [commands, ...registered.commands] });
    return () => publish({ ...registered, commands: registered.commands.filter((other) => other !== commands) });
  }, [commands]);
}

/** Adds a search to the command menu while the component is mounted. Memoise the source. */
export function useCommandSource(source: CommandSource): void {
  useEffect(() => {
    publish({ ...registered, sources: [...registered.sources, source] });
    return () => publish({ ...registered, sources: registered.sources.filter((other) => other !== source) });
  }, [source]);
}

export function useRegisteredCommands(): Registered {
  return useSyncExternalStore(subscribe, () => registered, () => registered);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: Registered): void {
  registered = next;
  for (const listener of listeners) listener();
}
