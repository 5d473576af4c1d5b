import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The hue in degrees that a style sheet makes tint and text of. */
    '--hue'?: number;
    /** How many stand side by side. */
    '--columns'?: number;
  }
}
