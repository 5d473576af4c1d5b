import { listTexts, translateDocuments, type TextRole, type TranslatableText } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Download, Languages, Upload } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, Checkbox, ComboBox, EmptyState, ErrorState, ErrorSummary, PageHeader, saveFile, SearchField, Select, showToast, SkeletonLines, useShortcut } from '../../ui/index.js';
import type { Problem } from '../../api/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { findPlaceholderFault, readTranslationFile, writeTranslationFile } from './translation-file.js';
import { TranslationRow } from './TranslationRow.js';
import styles from './Translations.module.css';

/** Enough to fill the page; more are drawn when they are asked for. */
const ROWS_AT_ONCE = 150;
const OFFERED = ['zh-TW', 'zh-CN', 'ja', 'ko', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'vi', 'th', 'id', 'en'];
const roles: readonly TextRole[] = ['title', 'plural', 'description', 'help', 'value', 'message', 'tab', 'subject', 'body'];

/** Every text of the org's documents beside what it is in another language. */
export function TranslationsPage() {
  const { t, i18n } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const [language, setLanguage] = useState(i18n.language === 'en' ? 'zh-TW' : i18n.language);
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const [isOnlyMissing, setOnlyMissing] = useState(false);
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending: isSaving } = useSaveDraft();
  const input = useRef<HTMLInputElement>(null);
  const isDirty = Object.keys(edits).length > 0;
  const guard = useLeaveGuard(isDirty);
  usePage({ title: t('shell.setupNav.translations'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.translations') }] });

  const documents = useMemo(() => (data ?? []).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document), [data]);
  const texts = useMemo(() => listTexts(documents), [documents]);
  const wanted = search.trim().toLocaleLowerCase();
  const found = useMemo(() => texts.filter((text) => isWanted(text, { wanted, role, language, isOnlyMissing })), [texts, wanted, role, language, isOnlyMissing]);
  const done = texts.filter(({ translations }) => translations[language]).length;
  const percent = texts.length === 0 ? 100 : Math.floor((done / texts.length) * 100);
  const hasFault = texts.some(({ path, text }) => edits[path] !== undefined && findPlaceholderFault(text, edits[path]));
  const names = useMemo(() => new Intl.DisplayNames([i18n.language], { type: 'language' }), [i18n.language]);
  const languages = [...new Set([...texts.flatMap(({ translations }) => Object.keys(translations)), ...OFFERED])];

  const submit = async () => {
    const { documents: changed } = translateDocuments(documents, language, edits);
    const refused = await save({ documents: changed });
    setProblems(refused);
    if (refused.length > 0) return;
    setEdits({});
    showToast({ message: t('platform.translations.saved', { count: Object.keys(edits).length }), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readTranslationFile(await file.text());
    if (!read) return showToast({ message: t('platform.translations.unreadable', { name: file.name }), tone: 'danger' });
    const known = new Map(texts.map((text) => [text.path, text]));
    const fresh = Object.entries(read.texts).filter(([path, text]) => known.has(path) && known.get(path)?.translations[read.language] !== text);
    setLanguage(read.language);
    setEdits(Object.fromEntries(fresh));
    showToast({ message: t('platform.translations.taken', { count: fresh.length }), description: t('platform.translations.takenHint') });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), isDisabled: !isDirty, worksWhileTyping: true, run: () => void submit() });

  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.translations')} description={t('platform.translations.description')} badges={<Badge tone={percent === 100 ? 'success' : 'warning'}>{t('platform.translations.percent', { percent })}</Badge>} actions={(
        <>
          <Button icon={Upload} onPress={() => input.current?.click()}>{t('platform.translations.import')}</Button>
          <Button icon={Download} onPress={() => saveFile(`translations-${language}.json`, writeTranslationFile(language, texts))}>{t('platform.translations.export')}</Button>
          <Button variant="primary" isDisabled={!isDirty || hasFault} isPending={isSaving} onPress={() => void submit()}>{t('ui.save')}</Button>
        </>
      )} />
      <input ref={input} type="file" accept=".json,application/json" className={styles['file']} tabIndex={-1} aria-label={t('platform.translations.file')} onChange={({ target }) => { void take(target.files?.[0]); target.value = ''; }} />
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      {isPending && <SkeletonLines count={10} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <>
          <div className={styles['tools']}>
            <div className={styles['language']}>
              <ComboBox label={t('platform.translations.language')} isReadOnly={isDirty} value={language} onChange={(next) => { if (next) { setLanguage(next); setShown(ROWS_AT_ONCE); } }} choices={languages.map((value) => ({ value, label: names.of(value) ?? value, description: value }))} />
            </div>
            <div className={styles['search']}><SearchField label={t('platform.translations.search')} value={search} onChange={setSearch} /></div>
            <div className={styles['language']}><Select label={t('platform.translations.kind')} hideLabel isClearable placeholder={t('platform.translations.everyKind')} value={role} onChange={setRole} choices={roles.map((value) => ({ value, label: t(`platform.translations.role.${value}`) }))} /></div>
            <Checkbox isSelected={isOnlyMissing} onChange={setOnlyMissing}>{t('platform.translations.onlyMissing')}</Checkbox>
          </div>
          {found.length === 0
            ? <EmptyState icon={Languages} {...(wanted || role ? { kind: 'no-match' as const } : {})} title={isOnlyMissing && !wanted && !role ? t('platform.translations.complete') : t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setRole(null); setOnlyMissing(false); }}>{t('ui.clearFilters')}</Button>} />
            : (
              <div className={styles['frame']} role="table" aria-label={t('shell.setupNav.translations')} aria-rowcount={found.length}>
                <div className={classHead} role="row"><span role="columnheader">{t('platform.translations.where')}</span><span role="columnheader">{t('platform.translations.text')}</span><span role="columnheader">{names.of(language) ?? language}</span></div>
                {found.slice(0, shown).map((text) => (
                  <TranslationRow key={text.path} text={text} language={language} edited={edits[text.path]} onEdit={(path, translation) => setEdits((before) => ({ ...before, [path]: translation }))} />
                ))}
              </div>
            )}
          {found.length > shown && <div className={styles['more']}><Button onPress={() => setShown((before) => before + ROWS_AT_ONCE * 2)}>{t('platform.translations.more', { count: found.length - shown })}</Button></div>}
        </>
      )}
      {guard}
    </PageBody>
  );
}

const classHead = `${styles['row'] ?? ''} ${styles['head'] ?? ''}`;

interface Wish { readonly wanted: string; readonly role: string | null; readonly language: string; readonly isOnlyMissing: boolean }

function isWanted({ name, part = '', text, role: own, translations }: TranslatableText, { wanted, role, language, isOnlyMissing }: Wish): boolean {
  if (role !== null && own !== role) return false;
  if (isOnlyMissing && translations[language]) return false;
  return wanted === '' || `${name} ${part} ${text} ${translations[language] ?? ''}`.toLocaleLowerCase().includes(wanted);
}
