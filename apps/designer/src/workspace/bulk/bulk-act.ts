import type { LucideIcon } from 'lucide-react';

/** Something that can be done with the chosen records. */
export interface BulkAct {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** What runs stands behind one button. */
  readonly isRun?: boolean;
  readonly isPending?: boolean;
  readonly shortcut?: string;
  readonly href?: string;
  readonly run?: () => void;
}
