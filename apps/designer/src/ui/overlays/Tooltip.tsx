import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type PopoverProps } from 'react-aria-components';
import { Kbd } from '../display/Kbd.js';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  readonly content: string;
  readonly shortcut?: string | undefined;
  readonly placement?: PopoverProps['placement'] | undefined;
  /** One control that can be focused. */
  readonly children: ReactElement;
}

/** A short name for a control. Never the only place where something is said. */
export function Tooltip({ content, shortcut, placement = 'top', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip offset={6} placement={placement} className={styles['tooltip'] ?? ''}>
        {content}{shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
