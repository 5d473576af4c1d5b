import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One thing to choose in a select, a combo box or a group of radio buttons. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: LucideIcon;
  /** Drawn before the label instead of an icon: an `ObjectGlyph`, an `Avatar`. */
  readonly glyph?: ReactNode;
  /** Name of a hue; draws a coloured dot. */
  readonly hue?: string | null;
  readonly isDisabled?: boolean;
  /** Choices with the same group stand under one heading. */
  readonly group?: string;
}
