import { classNames } from '../class-names.js';
import { hueOf } from './hues.js';
import styles from './Avatar.module.css';

export interface AvatarProps {
  readonly name: string;
  readonly size?: 'small' | 'medium' | 'large';
  /** Hidden from screen readers when the name stands next to it. */
  readonly isDecorative?: boolean;
}

export function Avatar({ name, size = 'medium', isDecorative = true }: AvatarProps) {
  return (
    <span className={classNames(styles['avatar'], styles[size])} style={{ '--hue': hueOf(name) }}
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}>
      {size === 'small' ? [...initials(name)].slice(/\p{Script=Han}/u.test(name) ? -1 : 0).join('') : initials(name)}
    </span>
  );
}

/** Latin names give the first letters of the first and last word; Chinese names give the last two characters. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed.replaceAll(/\s/g, '')].slice(-2).join('');
  const words = trimmed.split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** Avatar and name on one line. */
export function Person({ name }: { readonly name: string }) {
  return <span className={styles['person']}><Avatar name={name} size="small" /><span className={styles['name']}>{name}</span></span>;
}
