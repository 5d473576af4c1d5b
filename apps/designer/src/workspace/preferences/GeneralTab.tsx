import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataRequest, queryClient, sessionOptions, useSession } from '../../api/index.js';
import { currentLanguage } from '../../i18n/start-translations.js';
import { languageNames } from '../../shell/commands/use-shell-commands.js';
import { useNavigation } from '../../shell/navigation.js';
import { useShell } from '../../shell/shell-context.js';
import { Button, ComboBox, languages, SegmentedControl, Select, setPreferences, showToast, Switch, usePreferences, type Density, type Language, type Theme } from '../../ui/index.js';
import { PreferenceSection } from './PreferenceSection.js';
import { timeZoneChoices } from './time-zone-choices.js';
import styles from './Preferences.module.css';

const themes: readonly Theme[] = ['light', 'dark', 'system'];
const densities: readonly Density[] = ['compact', 'default', 'comfortable'];

export function GeneralTab() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { openShortcuts } = useShell();
  const { allItems } = useNavigation();
  const { theme, density, singleKeyShortcuts, offShortcuts, pagedTables, startPage } = usePreferences();
  const language = currentLanguage();
  const pages = [{ value: '/app/home', label: t('shell.home') }, { value: '/app/tasks', label: t('shell.tasks') }, ...allItems.map(({ href, label }) => ({ value: href, label }))];
  return (
    <>
      <PreferenceSection title={t('factors.appearance')}>
        <div className={styles['rows']}>
          <Row label={t('shell.user.theme')}><SegmentedControl<Theme> label={t('shell.user.theme')} value={theme} onChange={(next) => setPreferences({ theme: next })} segments={themes.map((value) => ({ value, label: t(`shell.theme.${value}`) }))} /></Row>
          <Row label={t('shell.user.density')}><SegmentedControl<Density> label={t('shell.user.density')} value={density} onChange={(next) => setPreferences({ density: next })} segments={densities.map((value) => ({ value, label: t(`shell.density.${value}`) }))} /></Row>
        </div>
      </PreferenceSection>
      <PreferenceSection title={t('factors.region')} description={t('factors.regionBody')}>
        <div className={styles['pair']}>
          <Select label={t('shell.user.language')} value={language} onChange={(next) => { if (next) setPreferences({ language: next as Language }); }} choices={languages.map((value) => ({ value, label: languageNames[value] }))} />
          <ComboBox label={t('factors.timeZone')} isRequired value={user.timeZone} valueLabel={user.timeZone} onChange={(next) => { if (next) void chooseTimeZone(next); }} choices={timeZoneChoices(language)} />
        </div>
      </PreferenceSection>
      <PreferenceSection title={t('factors.start')} description={t('factors.startBody')}>
        <div className={styles['pair']}>
          <Select label={t('factors.startPage')} value={pages.some(({ value }) => value === startPage) ? startPage : '/app/home'} onChange={(next) => setPreferences({ startPage: next ?? '/app/home' })} choices={pages} />
        </div>
      </PreferenceSection>
      <PreferenceSection title={t('factors.keyboard')} actions={<Button icon={Keyboard} onPress={openShortcuts}>{t('shell.user.shortcuts')}</Button>}>
        <Switch isSelected={singleKeyShortcuts} onChange={(next) => setPreferences({ singleKeyShortcuts: next })} help={t('factors.singleKeysHelp')}>{t('shell.user.singleKeys')}</Switch>
        {offShortcuts.length > 0 && <div className={styles['row']}><span>{t('factors.offShortcuts', { count: offShortcuts.length })}</span><Button onPress={() => setPreferences({ offShortcuts: [] })}>{t('factors.allShortcuts')}</Button></div>}
      </PreferenceSection>
      <PreferenceSection title={t('factors.lists')}>
        <Switch isSelected={pagedTables} onChange={(next) => setPreferences({ pagedTables: next })} help={t('factors.pagedTablesHelp')}>{t('factors.pagedTables')}</Switch>
      </PreferenceSection>
    </>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className={styles['row']}><span>{label}</span>{children}</div>;
}

async function chooseTimeZone(timeZone: string): Promise<void> {
  try {
    await metadataRequest('mutation ($timeZone: String!) { updatePreferences(timeZone: $timeZone) { user { id } } }', { timeZone });
    await queryClient.invalidateQueries({ queryKey: sessionOptions.queryKey });
  } catch (error) {
    showToast({ message: error instanceof Error ? error.message : String(error), tone: 'danger' });
  }
}
