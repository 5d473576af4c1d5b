import { useNavigate, useSearch } from '@tanstack/react-router';
import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/start-translations.js';
import { usePage } from '../shell/page.js';
import { ProductMark } from '../shell/ProductMark.js';
import { languageNames } from '../shell/commands/use-shell-commands.js';
import { Button, languages, Menu, setPreferences } from '../ui/index.js';
import { SignInForm } from './SignInForm.js';
import styles from './SignIn.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next = '/app/home' } = useSearch({ from: '/sign-in' });
  const language = currentLanguage();
  usePage({ title: t('signIn.title'), crumbs: [] });
  return (
    <div className={styles['page']}>
      <main className={styles['main']}>
        <ProductMark size="large" />
        <h1 className={styles['title']}>{t('signIn.welcome')}</h1>
        <p className={styles['promise']}>{t('signIn.promise')}</p>
        <SignInForm onDone={() => void navigate({ href: next, replace: true })} />
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
