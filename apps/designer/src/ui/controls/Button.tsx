import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Link as AriaLink, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Spinner } from '../feedback/Spinner.js';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLook {
  readonly variant?: ButtonVariant;
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: LucideIcon;
  readonly iconAfter?: LucideIcon;
  readonly isFullWidth?: boolean;
  readonly children?: ReactNode;
}

export interface ButtonProps extends ButtonLook, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {}

/** A button with words: a verb first, sentence case. At most one primary button per view. */
export function Button({ variant, size, icon, iconAfter, isFullWidth, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={lookClass({ variant, size, isFullWidth })}>
      <ButtonContent icon={icon} iconAfter={iconAfter} isPending={rest.isPending}>{children}</ButtonContent>
    </AriaButton>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  readonly isExternal?: boolean;
  readonly download?: boolean | string;
}

/** Looks like a button and goes to an address. */
export function LinkButton({ variant, size, icon, iconAfter, isFullWidth, children, href, isExternal, download }: LinkButtonProps) {
  return (
    <AriaLink href={href} download={download} {...(isExternal && { target: '_blank', rel: 'noreferrer' })}
      className={lookClass({ variant, size, isFullWidth })}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>{children}</ButtonContent>
    </AriaLink>
  );
}

function ButtonContent({ icon: Icon, iconAfter: IconAfter, isPending, children }: ButtonLook & { isPending?: boolean | undefined }) {
  return (
    <>
      {isPending ? <Spinner /> : Icon && <Icon size={15} aria-hidden />}
      <span className={styles['words']}>{children}</span>
      {IconAfter && <IconAfter size={14} aria-hidden />}
    </>
  );
}

function lookClass({ variant = 'secondary', size = 'medium', isFullWidth }: ButtonLook): string {
  return classNames(styles['button'], styles[variant], styles[size], isFullWidth && styles['fullWidth']);
}
