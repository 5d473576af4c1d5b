import { CalendarOff, Keyboard, LogOut, Languages, Moon, Rows3, Settings2, SunMoon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut, useSession } from '../api/index.js';
import { currentLanguage } from '../i18n/start-translations.js';
import { languages, Menu, setPreferences, usePreferences, type Density, type Theme } from '../ui/index.js';
import { AvatarButton } from '../ui/controls/AvatarButton.js';
import { languageNames } from './commands/use-shell-commands.js';
import { useShell } from './shell-context.js';
import styles from './UserMenu.module.css';

const AbsenceDialog = lazy(async () => ({ default: (await import('../workspace/approvals/AbsenceDialog.js')).AbsenceDialog }));

const themes: readonly Theme[] = ['light', 'dark', 'system'];
const densities: readonly Density[] = ['compact', 'default', 'comfortable'];

export function UserMenu() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { openShortcuts } = useShell();
  const preferences = usePreferences();
  const language = currentLanguage();
  const [isAway, setAway] = useState(false);
  const leave = async () => {
    await signOut();
    // Loading the page anew leaves nothing of the last person in memory. It leads to the sign-in page, by way of an identity provider where its session ends too.
    window.location.assign('/auth/oidc/end');
  };
  const menu = (
    <Menu label={t('shell.user.menu')} placement="bottom end" trigger={<AvatarButton name={user.name} label={t('shell.user.menu')} />}
      head={<div className={styles['head']}><strong>{user.name}</strong><span>{user.email}</span></div>}
      groups={[
        { id: 'preferences', items: [
          { id: 'page', label: t('factors.preferences'), icon: Settings2, href: '/app/preferences' },
          { id: 'theme', label: t('shell.user.theme'), icon: preferences.theme === 'dark' ? Moon : SunMoon, items: themes.map((theme) => (
            { id: theme, label: t(`shell.theme.${theme}`), isChosen: preferences.theme === theme, onAction: () => setPreferences({ theme }) }
          )) },
          { id: 'density', label: t('shell.user.density'), icon: Rows3, items: densities.map((density) => (
            { id: density, label: t(`shell.density.${density}`), isChosen: preferences.density === density, onAction: () => setPreferences({ density }) }
          )) },
          { id: 'language', label: t('shell.user.language'), icon: Languages, items: languages.map((each) => (
            { id: each, label: languageNames[each], isChosen: each === language, onAction: () => setPreferences({ language: each }) }
          )) },
        ] },
        { id: 'keys', items: [
          { id: 'shortcuts', label: t('shell.user.shortcuts'), icon: Keyboard, shortcut: '?', onAction: openShortcuts },
          { id: 'single-keys', label: t('shell.user.singleKeys'), isChosen: preferences.singleKeyShortcuts, onAction: () => setPreferences({ singleKeyShortcuts: !preferences.singleKeyShortcuts }) },
        ] },
        { id: 'away', items: [{ id: 'away', label: t('shell.user.away'), icon: CalendarOff, onAction: () => setAway(true) }] },
        { id: 'leave', items: [{ id: 'sign-out', label: t('shell.user.signOut'), icon: LogOut, onAction: () => void leave() }] },
      ]} />
  );
  return <>{menu}{isAway && <Suspense fallback={null}><AbsenceDialog onClose={() => setAway(false)} /></Suspense>}</>;
}
