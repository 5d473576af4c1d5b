import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import { classNames } from '../class-names.js';
import styles from './TextLink.module.css';

export interface TextLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** A plain link takes the colour of the text around it and is underlined on hover only. */
  readonly isPlain?: boolean;
  readonly isExternal?: boolean;
}

export function TextLink({ href, children, isPlain, isExternal }: TextLinkProps) {
  return (
    <AriaLink href={href} {...(isExternal && { target: '_blank', rel: 'noreferrer' })}
      className={classNames(styles['link'], isPlain && styles['plain'])}>{children}</AriaLink>
  );
}
