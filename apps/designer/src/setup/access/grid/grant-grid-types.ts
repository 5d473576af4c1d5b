import type { ReactNode } from 'react';
import type { Level } from '../rights.js';

export interface GrantColumn {
  readonly id: string;
  readonly title: string;
  /** Stands over several columns that follow each other. */
  readonly group?: string;
}

export interface GrantRow {
  readonly id: string;
  /** Said of its cells. */
  readonly name: string;
  readonly head: ReactNode;
  readonly isField?: boolean;
  readonly isChanged?: boolean;
  /** Whether the rows under it are shown; absent where it has none. */
  readonly isOpen?: boolean;
}

export interface GrantCell {
  readonly level: Level;
  /** What stands in it. */
  readonly words: string;
  /** Follows from something else: drawn greyed. */
  readonly isInherited?: boolean;
  /** Taken out of what it would be: struck through. */
  readonly isMuted?: boolean;
  /** Says otherwise than what stands above it: marked, also where it grants nothing. */
  readonly isException?: boolean;
  /** Cannot be changed here. */
  readonly isFixed?: boolean;
  /** What a screen reader says, and a pointer that rests. */
  readonly label: string;
}

export interface Place { readonly row: string; readonly column: string }
