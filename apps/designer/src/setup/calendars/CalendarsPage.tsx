import { translate, type BusinessCalendarDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarClock, CalendarPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, PageHeader, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { openMinutes } from './calendar-draft.js';
import { NewCalendarDialog } from './NewCalendarDialog.js';
import styles from './Calendars.module.css';

type Row = StatedDocument<BusinessCalendarDocument>;

/** When people of the org work. */
export function CalendarsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.calendars'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.calendars') }] });
  useShortcut({ keys: 'c', label: t('calendars.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-calendar', label: t('calendars.new'), section: t('shell.commands.here'), icon: CalendarPlus, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const titleOf = ({ title, titles }: BusinessCalendarDocument) => translate(title, titles, i18n.language);
  const calendars = (data ?? []).filter(isKind('business-calendar')).sort((one, other) => titleOf(one.document).localeCompare(titleOf(other.document), i18n.language));
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('calendars.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.calendars')} description={t('calendars.description')} actions={create} />
      {isPending && <SkeletonLines count={4} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && calendars.length === 0 && <EmptyState icon={CalendarClock} title={t('calendars.none')} actions={create}>{t('calendars.noneBody')}</EmptyState>}
      {calendars.length > 0 && (
        <SimpleTable<Row> label={t('shell.setupNav.calendars')} rows={calendars} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'}
          onOpenRow={({ name, state }) => { if (state !== 'REMOVED') void navigate({ to: '/setup/calendars/$calendar', params: { calendar: name } }); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: ({ name, document, state }) => (state === 'REMOVED' ? titleOf(document) : <TextLink isPlain href={`/setup/calendars/${name}`}>{titleOf(document)}</TextLink>) },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'zone', header: t('calendars.zone'), render: ({ document }) => document.timeZone ?? <span className={styles['quiet']}>{t('calendars.orgZone')}</span> },
            { id: 'hours', header: t('calendars.perWeek'), align: 'end', render: ({ document }) => format.number(Object.values(document.week).reduce((sum, hours) => sum + openMinutes(hours), 0) / 60) },
            { id: 'holidays', header: t('calendars.holidays'), align: 'end', render: ({ document }) => format.number(document.holidays?.length ?? 0) },
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
          ]} />
      )}
      {isCreating && <NewCalendarDialog documents={data ?? []} onClose={() => setCreating(false)} />}
    </PageBody>
  );
}
