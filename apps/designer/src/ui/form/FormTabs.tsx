import type { TabPart } from '@guanxi/field-types/widgets';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import tabStyles from '../controls/Tabs.module.css';
import { CountBadge } from '../display/Badge.js';
import styles from './FormTabs.module.css';

interface FormTabsProps {
  readonly label: string;
  readonly items: readonly TabPart[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Tabs within a form: what is not seen stays as it is, with what was typed there. */
export function FormTabs({ label, items, value, onChange }: FormTabsProps) {
  return (
    <Tabs selectedKey={value} onSelectionChange={(key) => onChange(String(key))} className={styles['tabs'] ?? ''}>
      <TabList aria-label={label} className={tabStyles['list'] ?? ''}>
        {items.map(({ id, title, problem, count }) => (
          <Tab key={id} id={id} className={tabStyles['tab'] ?? ''}>
            {title}{count !== undefined && count > 0 && <CountBadge count={count} />}{problem !== undefined && <span role="img" aria-label={problem} title={problem} className={styles['mark']} />}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content, isLazy = false }) => <TabPanel key={id} id={id} shouldForceMount={!isLazy} className={styles['panel'] ?? ''}>{content}</TabPanel>)}
    </Tabs>
  );
}
