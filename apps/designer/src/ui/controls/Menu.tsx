import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, SubmenuTrigger, type PopoverProps,
} from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Kbd } from '../display/Kbd.js';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly description?: string;
  readonly shortcut?: string;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  /** Set to true or false for an item that can be ticked. */
  readonly isChosen?: boolean;
  readonly href?: string;
  readonly onAction?: () => void;
  readonly items?: readonly MenuAction[];
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly items: readonly MenuAction[];
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens the menu: a `Button` or an `IconButton`. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: PopoverProps['placement'];
  /** Drawn above the items, such as the name of the signed-in user. */
  readonly head?: ReactNode;
}

export function Menu({ label, trigger, groups, placement = 'bottom start', head }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles['popover'] ?? ''}>
        {head}
        <AriaMenu aria-label={label} className={styles['menu'] ?? ''}>
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`before-${group.id}`} className={styles['separator'] ?? ''} />] : []),
            <MenuSection key={group.id} aria-label={group.title ?? label}>
              {group.title && <Header className={styles['title'] ?? ''}>{group.title}</Header>}
              {group.items.map(renderItem)}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function renderItem(action: MenuAction): ReactElement {
  const item = (
    <MenuItem key={action.id} id={action.id} textValue={action.label} {...(action.href !== undefined && { href: action.href })}
      isDisabled={action.isDisabled ?? false} onAction={action.onAction ?? (() => undefined)}
      className={classNames(styles['item'], action.tone === 'danger' && styles['danger'])}>
      <MenuItemContent action={action} />
    </MenuItem>
  );
  if (!action.items) return item;
  return (
    <SubmenuTrigger key={action.id}>
      {item}
      <Popover className={styles['popover'] ?? ''} offset={2}>
        <AriaMenu aria-label={action.label} className={styles['menu'] ?? ''}>{action.items.map(renderItem)}</AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

function MenuItemContent({ action }: { action: MenuAction }) {
  const Icon = action.icon;
  return (
    <>
      {Icon && <Icon size={15} aria-hidden className={styles['icon']} />}
      <span className={styles['words']}>
        {action.label}
        {action.description && <span className={styles['description']}>{action.description}</span>}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
      {action.isChosen && <Check size={14} aria-hidden />}
      {action.items && <ChevronRight size={14} aria-hidden />}
    </>
  );
}
