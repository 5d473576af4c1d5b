import { useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardList, HandHelping, ShieldCheck } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { classNames, EmptyState, ErrorState, PageHeader, PlainButton, SkeletonLines, Tabs } from '../../ui/index.js';
import { useItemKeys } from '../bin/use-item-keys.js';
import { ApprovalDetail, StatusBadge } from './ApprovalDetail.js';
import { AwayNotice } from './AwayNotice.js';
import { FormDetail } from './FormDetail.js';
import { useApprovals, useForms, useWaitingRecords } from './people-queries.js';
import { WaitingRecords } from './WaitingRecords.js';
import styles from './Approvals.module.css';

const parts = ['decide', 'forms', 'queues', 'asked', 'decided'] as const;
type Part = (typeof parts)[number];

interface PageSearch { readonly part?: string; readonly open?: string }

/** What workflows want of this person: to decide, to fill in, to take; and what became of what they have asked for themselves. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as PageSearch;
  const part = parts.find((one) => one === search.part) ?? 'decide';
  const [toDecide, forms, waiting] = [useApprovals('TO_DECIDE'), useForms(), useWaitingRecords()];
  const others = useApprovals(part === 'decided' ? 'DECIDED' : 'ASKED', part === 'asked' || part === 'decided');
  const title = t('people.title');
  usePage({ title, crumbs: [{ label: title }] });
  const go = (next: PageSearch) => void navigate({ to: '/app/approvals', search: next as never, replace: next.part === search.part });
  const counts: Partial<Record<Part, number | undefined>> = { decide: toDecide.data?.length, forms: forms.data?.length, queues: waiting.data?.length };
  const open = (id: string) => go({ part, open: id });
  const content: Readonly<Record<Part, () => ReactNode>> = {
    decide: () => <Approvals query={toDecide} openId={search.open} onOpen={open} part="decide" />,
    forms: () => <Forms query={forms} openId={search.open} onOpen={open} />,
    queues: () => <Shown query={waiting} none={<EmptyState icon={HandHelping} title={t('people.none.queues')}>{t('people.noneBody.queues')}</EmptyState>}>{(records) => <WaitingRecords records={records} />}</Shown>,
    asked: () => <Approvals query={others} openId={search.open} onOpen={open} part="asked" />,
    decided: () => <Approvals query={others} openId={search.open} onOpen={open} part="decided" />,
  };
  return (
    <PageBody>
      <PageHeader title={title} />
      <AwayNotice />
      <Tabs label={title} value={part} onChange={(id) => go({ part: id })}
        items={parts.map((id) => ({ id, label: t(`people.parts.${id}`), ...(counts[id] !== undefined && counts[id] > 0 && { count: counts[id] }), ...(id === part && { content: content[id]() }) }))} />
    </PageBody>
  );
}

interface Query<Item> { readonly data: readonly Item[] | undefined; readonly error: Error | null; readonly refetch: () => unknown }

function Shown<Item>({ query: { data, error, refetch }, none, children }: { readonly query: Query<Item>; readonly none: ReactNode; readonly children: (items: readonly Item[]) => ReactNode }) {
  if (error && !data) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={6} />;
  return data.length === 0 ? none : children(data);
}

interface OpenProps { readonly openId: string | undefined; readonly onOpen: (id: string) => void }

function Approvals({ query, part, openId, onOpen }: OpenProps & { readonly query: ReturnType<typeof useApprovals>; readonly part: 'decide' | 'asked' | 'decided' }) {
  const { t } = useTranslation();
  return (
    <Shown query={query} none={<EmptyState icon={ShieldCheck} title={t(`people.none.${part}`)}>{t(`people.noneBody.${part}`)}</EmptyState>}>
      {(approvals) => {
        const shown = approvals.find(({ id }) => id === openId) ?? approvals[0];
        return (
          <Split items={approvals.map((one) => ({ id: one.id, title: one.title, about: one.recordName, from: one.askedBy?.name ?? null, at: one.askedAt, dueAt: one.dueAt, sign: part === 'decide' ? null : <StatusBadge status={one.status} /> }))} openId={shown?.id} onOpen={onOpen}>
            {shown && <ApprovalDetail key={shown.id} approval={shown} />}
          </Split>
        );
      }}
    </Shown>
  );
}

function Forms({ query, openId, onOpen }: OpenProps & { readonly query: ReturnType<typeof useForms> }) {
  const { t } = useTranslation();
  return (
    <Shown query={query} none={<EmptyState icon={ClipboardList} title={t('people.none.forms')}>{t('people.noneBody.forms')}</EmptyState>}>
      {(forms) => {
        const shown = forms.find(({ id }) => id === openId) ?? forms[0];
        return (
          <Split items={forms.map((one) => ({ id: one.id, title: one.title, about: one.recordName, from: one.inPlaceOf?.name ?? null, at: one.askedAt, dueAt: one.dueAt, sign: null }))} openId={shown?.id} onOpen={onOpen}>
            {shown && <FormDetail key={shown.id} form={shown} />}
          </Split>
        );
      }}
    </Shown>
  );
}

interface Listed { readonly id: string; readonly title: string; readonly about: string | null; readonly from: string | null; readonly at: string; readonly dueAt: string | null; readonly sign: ReactNode }

/** A list beside the one that is open; J and K walk it. */
function Split({ items, openId, onOpen, children }: { readonly items: readonly Listed[]; readonly openId: string | undefined; readonly onOpen: (id: string) => void; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = useRef<HTMLUListElement>(null);
  useItemKeys(place, 'li');
  return (
    <div className={styles['split']}>
      <ul ref={place} className={styles['list']} aria-label={t('people.title')}>
        {items.map(({ id, title, about, from, at, dueAt, sign }) => (
          <li key={id} className={classNames(styles['item'], id === openId && styles['open'])} onFocus={() => { if (id !== openId) onOpen(id); }}>
            <PlainButton className={styles['itemButton'] ?? ''} onPress={() => onOpen(id)}>
              <span className={styles['itemLine']}><span className={styles['itemTitle']}>{title}</span>{sign}<time className={styles['when']} dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time></span>
              <span className={styles['itemAbout']}>{[about, from].filter(Boolean).join(' · ')}</span>
              {dueAt && <span className={styles['itemDue']}>{t('people.dueAt', { when: format.dateTime(dueAt) })}</span>}
            </PlainButton>
          </li>
        ))}
      </ul>
      <div className={styles['beside']}>{children}</div>
    </div>
  );
}
