import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { CalendarEditor } from './CalendarEditor.js';

/** One business calendar, by its name in the address. */
export function CalendarPage() {
  const { t, i18n } = useTranslation();
  const { calendar: name } = useParams({ strict: false }) as { readonly calendar: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const stated = data?.filter(isKind('business-calendar')).find((one) => one.name === name && one.state !== 'REMOVED');
  const title = stated ? translate(stated.document.title, stated.document.titles, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.calendars'), href: '/setup/calendars' }, { label: title }] });
  if (stated) return <CalendarEditor key={stated.document.guanxi.id} stated={stated} />;
  return (
    <PageBody>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <EmptyState title={t('calendars.gone')} actions={<LinkButton href="/setup/calendars">{t('shell.setupNav.calendars')}</LinkButton>}>{t('calendars.goneBody', { name })}</EmptyState>}
    </PageBody>
  );
}
