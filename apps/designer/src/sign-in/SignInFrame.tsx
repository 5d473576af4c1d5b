import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/start-translations.js';
import { ProductMark } from '../shell/ProductMark.js';
import { languageNames } from '../shell/commands/use-shell-commands.js';
import { Button, languages, Menu, setPreferences } from '../ui/index.js';
import styles from './SignIn.module.css';

export interface SignInFrameProps {
  readonly title: string;
  readonly promise?: string;
  readonly children: ReactNode;
}

/** What stands around the forms of people who are not signed in. */
export function SignInFrame({ title, promise, children }: SignInFrameProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <div className={styles['page']}>
      <main className={styles['main']}>
        <ProductMark size="large" />
        <h1 className={styles['title']}>{title}</h1>
        {promise && <p className={styles['promise']}>{promise}</p>}
        {children}
      </main>
      <footer className={styles['foot']}>
        <Menu label={t('signIn.language')} placement="top" trigger={<Button variant="quiet" size="small" icon={Languages}>{languageNames[language]}</Button>}
          groups={[{ id: 'languages', items: languages.map((each) => (
            { id: each, label: languageNames[each], isChosen: each === language, onAction: () => setPreferences({ language: each }) }
          )) }]} />
      </footer>
    </div>
  );
}
