import { classNames } from '../class-names.js';
import { hueOf } from './hues.js';
import { objectIcon } from './object-icons.js';
import styles from './ObjectGlyph.module.css';

export interface ObjectGlyphProps {
  /** Name of an icon of `objectIcons`; an unknown name draws a box. */
  readonly icon?: string | null | undefined;
  /** Name of a hue; without one the object's own name decides. */
  readonly hue?: string | null | undefined;
  /** API name of the object, for the hue that it gets by itself. */
  readonly name?: string;
  readonly size?: 'small' | 'medium' | 'large';
}

const pixels = { small: 12, medium: 14, large: 20 } as const;

/** The sign of an object, the same in navigation, tabs, lookups, commands and cards. */
export function ObjectGlyph({ icon, hue, name = '', size = 'medium' }: ObjectGlyphProps) {
  const Icon = objectIcon(icon || name.toLowerCase());
  return (
    <span className={classNames(styles['glyph'], styles[size])} style={{ '--hue': hueOf(hue || name) }} aria-hidden>
      <Icon size={pixels[size]} strokeWidth={2} />
    </span>
  );
}
