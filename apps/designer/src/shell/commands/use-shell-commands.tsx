import { House, Languages, ListChecks, Monitor, Moon, Paperclip, Plus, Settings, Sun } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { languages, ObjectGlyph, setPreferences, type Language } from '../../ui/index.js';
import { useNavigation } from '../navigation.js';
import { sectionsFor } from '../setup-sections.js';
import { useCommands, type Command } from './command-registry.js';

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-TW': '繁體中文', 'zh-CN': '简体中文' };

/** The commands that every page has: going places, creating, preferences. */
export function useShellCommands(): void {
  const { t } = useTranslation();
  const { setupAreas } = useSession();
  const { allItems } = useNavigation();

  useCommands(useMemo(() => {
    const go = t('shell.commands.go');
    const preferences = t('shell.commands.preferences');
    const commands: Command[] = [
      { id: 'home', label: t('shell.home'), section: go, icon: House, href: '/app/home', shortcut: 'g h' },
      { id: 'files', label: t('shell.files'), section: go, icon: Paperclip, href: '/app/files' },
      { id: 'tasks', label: t('shell.tasks'), section: go, icon: ListChecks, href: '/app/tasks', shortcut: 'g t' },
      ...allItems.map(({ name, label, icon, hue, href }) => (
        { id: `object-${name}`, label, section: go, glyph: <ObjectGlyph icon={icon} hue={hue} name={name} />, href, keywords: name }
      )),
      ...allItems.filter(({ canCreate }) => canCreate).map(({ name, singularLabel, href }) => (
        { id: `new-${name}`, label: t('shell.commands.newRecord', { name: singularLabel }), section: t('shell.commands.create'), icon: Plus, href: `${href}?create=true`, keywords: name }
      )),
      ...sectionsFor(setupAreas).flatMap(({ pages }) => pages).map(({ id, icon, href }) => (
        { id: `setup-${id}`, label: t(`shell.setupNav.${id}`), section: t('shell.setup'), icon, href, keywords: 'setup' }
      )),
      ...([['light', Sun], ['dark', Moon], ['system', Monitor]] as const).map(([theme, icon]) => (
        { id: `theme-${theme}`, label: t('shell.commands.setTheme', { name: t(`shell.theme.${theme}`) }), section: preferences, icon, run: () => setPreferences({ theme }) }
      )),
      ...languages.map((language) => (
        { id: `language-${language}`, label: t('shell.commands.setLanguage', { name: languageNames[language] }), section: preferences, icon: Languages, keywords: 'language 語言 语言', run: () => setPreferences({ language }) }
      )),
      ...(setupAreas.length > 0 ? [{ id: 'setup', label: t('shell.openSetup'), section: t('shell.setup'), icon: Settings, href: '/setup', shortcut: 'g s' }] : []),
    ];
    return commands;
  }, [t, setupAreas, allItems]));
}
