import type { WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, isComposing, Notice, SearchField, SkeletonLines, useShortcut } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { rememberSearch } from './recent-searches.js';
import { readSearchAddress, startOfSpan, writeSearchAddress, type SearchAddress } from './search-address.js';
import { SaveSearch } from './SaveSearch.js';
import { SearchFilters } from './SearchFilters.js';
import { didYouMean, type FoundRecord } from './search-records.js';
import { SearchResults } from './SearchResults.js';
import { SearchStart } from './SearchStart.js';
import { useSearchGroups } from './use-search-groups.js';
import styles from './SearchPage.module.css';

const PeekPanel = lazy(async () => ({ default: (await import('../record/PeekPanel.js')).PeekPanel }));

const typingPause = 200;
const lookingPause = 1_500;
const roomForPeek = 768;

export function SearchPage() {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  usePage({ title: t('search.title'), crumbs: [{ label: t('search.title') }] });
  return <PageBody width="full">{workspace ? <Search workspace={workspace} /> : <SkeletonLines count={8} />}</PageBody>;
}

function Search({ workspace }: { readonly workspace: WorkspaceDescription }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const address = useMemo(() => readSearchAddress(search), [search]);
  const go = (change: Partial<SearchAddress>, replace = false) => void navigate({ to: '.', search: writeSearchAddress({ ...address, ...change }) as never, replace });

  const searchable = useMemo(() => workspace.objects.filter(({ platform }) => !platform), [workspace]);
  const objects = useMemo(() => searchable.filter(({ name }) => address.object === undefined || name === address.object), [searchable, address.object]);
  const since = useMemo(() => startOfSpan(address.changed, Date.now()), [address.changed]);
  const text = address.q.trim();
  const wish = useMemo(() => ({ text, ...(address.isMine && { onlyMine: true }), ...(since !== undefined && { changedSince: since }) }), [text, address.isMine, since]);
  const results = useSearchGroups(objects, wish);
  const { groups, waiting, failed } = results;
  const isEmpty = text !== '' && groups.length === 0 && waiting.length === 0 && failed.length === 0;
  const isNarrowed = address.object !== undefined || address.isMine || address.changed !== 'any';
  const suggestion = waiting.length > 0 ? undefined : didYouMean(groups.flatMap(({ found }) => found));

  // What people stay with is what they searched for, not every letter on the way.
  useEffect(() => {
    if (text === '' || isEmpty) return;
    const timer = setTimeout(() => rememberSearch(text), lookingPause);
    return () => clearTimeout(timer);
  }, [text, isEmpty]);

  const focusFirst = () => place.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  const shortcuts = t('search.title');
  useShortcut({ keys: '/', label: t('search.field'), section: shortcuts, run: () => place.current?.querySelector('input')?.focus() });
  useShortcut({ keys: 'j', label: t('search.firstResult'), section: shortcuts, isDisabled: address.peek !== undefined, run: focusFirst });

  const open = ({ object, id }: Pick<FoundRecord, 'object' | 'id'>, inNewTab: boolean) => {
    if (text !== '') rememberSearch(text);
    if (inNewTab) window.open(recordHref(object, id), '_blank', 'noopener');
    else void navigate({ href: recordHref(object, id) });
  };
  const peek = (key: string | undefined) => {
    const [object = '', id = ''] = key?.split(':') ?? [];
    // Where there is no room beside the results, the record's page is next.
    if (key !== undefined && window.innerWidth < roomForPeek) open({ object, id }, false);
    else go({ peek: key } as Partial<SearchAddress>, true);
  };
  const [peekedName, peekedId] = address.peek?.split(':') ?? [];
  const peekedObject = searchable.find(({ name }) => name === peekedName);
  return (
    <div className={styles['split']}>
      <div ref={place} className={styles['page']}>
        <div className={styles['top']}>
          <h1 className={styles['hidden']}>{t('search.title')}</h1>
          <div onKeyDownCapture={(event) => { if (event.key === 'ArrowDown' && !isComposing(event)) { event.preventDefault(); focusFirst(); } }}><Words value={address.q} onChange={(q) => go({ q, peek: undefined } as Partial<SearchAddress>, true)} /></div>
          <div className={styles['limits']}>
            <SearchFilters objects={searchable} address={address} onChange={(change) => go(change)} />
            {text !== '' && <SaveSearch address={address} />}
          </div>
        </div>
        <div className={styles['scroll']} aria-live="polite">
          {text === '' && <SearchStart workspace={workspace} onSearch={(q) => go({ q })} />}
          {suggestion !== undefined && <div className={styles['notice']}><Notice tone="info">{t('search.didYouMean')} <span className={styles['suggestion']}><Button size="small" variant="secondary" onPress={() => go({ q: suggestion })}>{suggestion}</Button></span></Notice></div>}
          {text !== '' && !isEmpty && <SearchResults text={text} results={results} peeked={address.peek} onPeek={peek} onOpen={open} onOnly={objects.length > 1 ? (object) => go({ object }) : undefined} />}
          {isEmpty && (
            <EmptyState kind="no-match" title={t('search.nothing', { text })} actions={isNarrowed && <Button onPress={() => go(everywhere)}>{t('search.everywhere')}</Button>}>
              {isNarrowed ? t('search.nothingNarrowed') : t('search.hint')}
            </EmptyState>
          )}
        </div>
      </div>
      {peekedObject && peekedId !== undefined && (
        <Suspense>
          <PeekPanel key={address.peek} workspace={workspace} object={peekedObject} id={peekedId} onGo={(id) => peek(id === undefined ? undefined : `${peekedObject.name}:${id}`)} onClose={() => { peek(undefined); focusFirst(); }} />
        </Suspense>
      )}
    </div>
  );
}

const everywhere = { object: undefined, isMine: false, changed: 'any' } as unknown as Partial<SearchAddress>;

/** Asks when people pause; what they type meanwhile is theirs. */
function Words({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const report = useRef(onChange);
  useEffect(() => { report.current = onChange; });
  // The address has changed by other means than typing here.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === told) return;
    const timer = setTimeout(() => { setTold(typed); report.current(typed); }, typingPause);
    return () => clearTimeout(timer);
  }, [typed, told]);
  return <SearchField label={t('search.field')} placeholder={t('search.placeholder')} value={typed} onChange={setTyped} autoFocus />;
}
