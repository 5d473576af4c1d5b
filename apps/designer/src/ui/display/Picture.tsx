import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../class-names.js';
import styles from './Picture.module.css';

export interface PictureProps {
  readonly source: string;
  /** What the picture says to people who cannot see it. */
  readonly label: string;
  readonly isSmall?: boolean;
}

/** A picture that keeps its shape; where it cannot be loaded, its label stands in. */
export function Picture({ source, label, isSmall }: PictureProps) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return <span className={styles['missing']}><ImageOff size={13} aria-hidden />{label}</span>;
  return <img src={source} alt={label} loading="lazy" className={classNames(styles['picture'], isSmall && styles['small'])} onError={() => setIsMissing(true)} />;
}
