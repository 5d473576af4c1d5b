import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, type PopoverProps } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Tooltip } from '../overlays/Tooltip.js';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Read to people who cannot see the icon, and shown as the tooltip. */
  readonly label: string;
  /** Shown in the tooltip, such as `mod+b`. */
  readonly shortcut?: string;
  readonly size?: 'small' | 'medium';
  readonly isActive?: boolean;
  readonly tooltipPlacement?: PopoverProps['placement'];
}

export function IconButton({ icon: Icon, label, shortcut, size = 'medium', isActive, tooltipPlacement, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} placement={tooltipPlacement}>
      <AriaButton {...rest} aria-label={label} className={classNames(styles['button'], styles[size], isActive && styles['active'])}>
        <Icon size={size === 'small' ? 14 : 16} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
