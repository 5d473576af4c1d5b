import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { CountBadge } from '../display/Badge.js';
import styles from './Tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly count?: number;
  readonly content?: ReactNode;
  readonly href?: string;
}

export interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly value: string;
  readonly onChange?: (id: string) => void;
}

/** Tabs whose chosen one is kept by the caller (in the address). Only the chosen tab's content is drawn. */
export function Tabs({ label, items, value, onChange }: TabsProps) {
  // An address may name a tab that is not, or no longer, there.
  const chosen = items.some(({ id }) => id === value) ? value : items[0]?.id ?? value;
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(key) => onChange?.(String(key))} className={styles['tabs'] ?? ''}>
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {items.map(({ id, label: words, icon: Icon, count, href }) => (
          <Tab key={id} id={id} {...(href !== undefined && { href })} className={styles['tab'] ?? ''}>
            {Icon && <Icon size={15} aria-hidden />}{words}{count !== undefined && <CountBadge count={count} />}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => content !== undefined && (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>{content}</TabPanel>
      ))}
    </AriaTabs>
  );
}
