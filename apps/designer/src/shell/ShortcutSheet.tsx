import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Kbd, SearchField, useActiveShortcuts } from '../ui/index.js';
import { matchCommand } from './commands/match-command.js';
import styles from './ShortcutSheet.module.css';

/** What can be pressed here and now; the page's own shortcuts come first. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const shown = useActiveShortcuts().filter(({ label }) => matchCommand(label, text) > 0);
  const sections = [...new Set(shown.map(({ section }) => section))];
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('shell.shortcuts.title')}>
      <SearchField label={t('shell.shortcuts.search')} value={text} onChange={setText} autoFocus />
      {sections.map((section) => (
        <section key={section} className={styles['section']} aria-label={section}>
          <h3 className={styles['title']}>{section}</h3>
          <dl>
            {shown.filter((shortcut) => shortcut.section === section).map(({ keys, label }) => (
              <div key={keys + label} className={styles['line']}><dt>{label}</dt><dd><Kbd keys={keys} /></dd></div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
