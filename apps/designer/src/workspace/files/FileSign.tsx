import { useState } from 'react';
import { classNames, hueOf } from '../../ui/index.js';
import type { AttachedFile } from './attached-file.js';
import { endingOf, hasThumb, kindOf } from './file-kind.js';
import styles from './Files.module.css';

interface FileSignProps {
  readonly file: AttachedFile;
  readonly size: 'small' | 'tile' | 'large';
}

/** A small picture of a picture, else the sign of its kind. Says nothing that its name does not say. */
export function FileSign({ file, size }: FileSignProps) {
  const [isBroken, setBroken] = useState(false);
  const { icon: Icon, hue } = kindOf(file);
  const ending = endingOf(file.name);
  if (hasThumb(file) && file.removedAt === null && !isBroken) {
    return <span className={classNames(styles['sign'], styles[size], styles['pictured'])}><img src={`${file.url}?version=${file.version}`} alt="" loading="lazy" draggable={false} onError={() => setBroken(true)} /></span>;
  }
  return (
    <span className={classNames(styles['sign'], styles[size], hue === 'gray' ? styles['gray'] : styles['hued'])} style={hue === 'gray' ? {} : { '--hue': hueOf(hue) }} aria-hidden>
      <Icon size={size === 'small' ? 15 : size === 'tile' ? 30 : 44} strokeWidth={size === 'small' ? 1.9 : 1.4} />
      {size !== 'small' && ending !== '' && ending.length <= 5 && <span className={styles['ending']}>{ending.toUpperCase()}</span>}
    </span>
  );
}
