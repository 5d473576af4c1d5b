import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, Dialog, getPreferences, Kbd, Notice, SearchField, setPreferences, Switch, useActiveShortcuts, usePreferences } from '../ui/index.js';
import { matchCommand } from './commands/match-command.js';
import styles from './ShortcutSheet.module.css';

/** What can be pressed here and now; the page's own shortcuts come first. Each can be switched off by itself. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { offShortcuts, singleKeyShortcuts } = usePreferences();
  const shown = useActiveShortcuts().filter(({ label }) => matchCommand(label, text) > 0);
  const sections = [...new Set(shown.map(({ section }) => section))];
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('shell.shortcuts.title')}>
      <SearchField label={t('shell.shortcuts.search')} value={text} onChange={setText} autoFocus />
      {!singleKeyShortcuts && <Notice tone="info">{t('shell.shortcuts.lettersOff')}</Notice>}
      {sections.map((section) => (
        <section key={section} className={styles['section']} aria-label={section}>
          <h3 className={styles['title']}>{section}</h3>
          <dl>
            {shown.filter((shortcut) => shortcut.section === section).map(({ keys, label }) => (
              <div key={keys + label} className={classNames(styles['line'], offShortcuts.includes(keys) && styles['off'])}>
                <dt>{label}</dt>
                <dd><Kbd keys={keys} /><Switch aria-label={t('shell.shortcuts.works', { name: label })} isSelected={!offShortcuts.includes(keys)} onChange={(works) => switchShortcut(keys, works)} /></dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function switchShortcut(keys: string, works: boolean): void {
  const others = getPreferences().offShortcuts.filter((each) => each !== keys);
  setPreferences({ offShortcuts: works ? others : [...others, keys] });
}
