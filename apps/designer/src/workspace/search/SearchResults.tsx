import type { ObjectDescription } from '@guanxi/metadata';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, ErrorState, isComposing, Marked, ObjectGlyph, Skeleton, TextLink } from '../../ui/index.js';
import { listHref } from '../list/list-address.js';
import { recordHref } from '../records/record-href.js';
import { rangesOf, type FoundRecord } from './search-records.js';
import type { SearchGroup, SearchGroups } from './use-search-groups.js';
import styles from './SearchPage.module.css';

export interface SearchResultsProps {
  readonly text: string;
  readonly results: SearchGroups;
  /** `Customer:id` */
  readonly peeked: string | undefined;
  readonly onPeek: (key: string | undefined) => void;
  readonly onOpen: (record: FoundRecord, inNewTab: boolean) => void;
  /** Shows more of an object; absent where it is the only one already. */
  readonly onOnly: ((object: string) => void) | undefined;
}

export const keyOfRecord = ({ object, id }: Pick<FoundRecord, 'object' | 'id'>): string => `${object}:${id}`;

/** Groups of rows that arrow keys, J and K go through: Space looks at one, Enter opens it. */
export function SearchResults({ text, results: { groups, waiting, failed }, peeked, onPeek, onOpen, onOnly }: SearchResultsProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const rows = groups.flatMap(({ found }) => found);

  const act = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return;
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row'];
    const at = rows.findIndex((record) => keyOfRecord(record) === key);
    const record = rows[at];
    if (!record) return;
    const go = (next: FoundRecord | undefined) => {
      if (!next) return;
      focusRow(place.current, keyOfRecord(next));
      if (peeked !== undefined) onPeek(keyOfRecord(next));
    };
    const hasMod = event.metaKey || event.ctrlKey;
    const commands: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(rows[at + 1]), j: () => go(rows[at + 1]), ArrowUp: () => go(rows[at - 1]), k: () => go(rows[at - 1]), Home: () => go(rows[0]), End: () => go(rows.at(-1)),
      ' ': () => onPeek(peeked === key ? undefined : key), Enter: () => onOpen(record, hasMod),
    };
    const command = hasMod && event.key !== 'Enter' ? undefined : commands[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  };
  const firstKey = rows[0] && keyOfRecord(rows[0]);
  const stop = rows.some((record) => keyOfRecord(record) === peeked) ? peeked : firstKey;
  return (
    <div ref={place} className={styles['results']} onKeyDown={act}>
      {groups.map((group) => <Group key={group.object.name} group={group} text={text} peeked={peeked} stop={stop} onOpen={onOpen} onPeek={onPeek} onOnly={onOnly} />)}
      {failed.map(({ objects, error, retry }) => <ErrorState key={objects[0]?.name} message={t('search.failed', { names: objects.map(({ pluralLabel }) => pluralLabel).join(', '), message: error.message })} reference={error.reference} onRetry={retry} />)}
      {waiting.length > 0 && (
        <section className={styles['group']} aria-busy="true">
          <div className={styles['head']}><span className={styles['waiting']}>{t('search.waiting', { names: waiting.map(({ pluralLabel }) => pluralLabel).join(', ') })}</span></div>
          {groups.length === 0 && [0, 1, 2].map((line) => <div key={line} className={styles['blank']}><Skeleton width={`${60 - line * 12}%`} /></div>)}
        </section>
      )}
    </div>
  );
}

interface GroupProps extends Pick<SearchResultsProps, 'text' | 'peeked' | 'onOpen' | 'onPeek' | 'onOnly'> {
  readonly group: SearchGroup;
  /** The row that Tab comes to. */
  readonly stop: string | undefined;
}

function Group({ group: { object, found, isFull }, text, peeked, stop, onOpen, onPeek, onOnly }: GroupProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['group']} aria-label={object.pluralLabel}>
      <div className={styles['head']}>
        <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />
        <h2 className={styles['title']}>{object.pluralLabel}</h2>
        <span className={styles['count']}>{isFull ? `${found.length}+` : found.length}</span>
        <span className={styles['space']} />
        {isFull && onOnly && <TextLink href={`?${new URLSearchParams({ q: JSON.stringify(text), object: object.name }).toString()}`}>{t('search.more')}</TextLink>}
        <TextLink href={listHref(object.name, { q: text })}>{t('search.inList')}</TextLink>
      </div>
      <ul className={styles['rows']}>
        {found.map((record) => <Row key={record.id} object={object} record={record} isPeeked={peeked === keyOfRecord(record)} isStop={stop === keyOfRecord(record)} onOpen={onOpen} onPeek={onPeek} />)}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<SearchResultsProps, 'onOpen' | 'onPeek'> {
  readonly object: ObjectDescription;
  readonly record: FoundRecord;
  readonly isPeeked: boolean;
  readonly isStop: boolean;
}

const shownFields = 2;

function Row({ object, record, isPeeked, isStop, onOpen, onPeek }: RowProps) {
  const { t } = useTranslation();
  const { id, name, match, fields } = record;
  const others = fields.filter(({ field }) => field !== object.nameField).slice(0, shownFields);
  return (
    <li className={styles['item']}>
      <a data-row={keyOfRecord(record)} href={recordHref(object.name, id)} tabIndex={isStop ? 0 : -1} className={styles['row']} aria-current={isPeeked ? 'true' : undefined}
        onClick={(event) => {
          event.preventDefault();
          if (event.metaKey || event.ctrlKey) onOpen(record, true);
          else onPeek(isPeeked ? undefined : keyOfRecord(record));
        }}
        onDoubleClick={() => onOpen(record, false)}>
        <span className={styles['name']}>{name === null || name === '' ? t('search.noName') : <Marked text={name} ranges={rangesOf(record, name)} />}</span>
        <span className={styles['hits']}>
          {others.map(({ field, text, ranges }) => (
            <span key={field} className={styles['hit']}><span className={styles['label']}>{object.fields.find((own) => own.name === field)?.label ?? field}</span> <Marked text={text} ranges={ranges} /></span>
          ))}
        </span>
        {match === 'SIMILAR' && <Badge>{t('search.similar')}</Badge>}
      </a>
    </li>
  );
}

function focusRow(place: HTMLElement | null, key: string): void {
  place?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
}
