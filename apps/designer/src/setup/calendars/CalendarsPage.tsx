import { CalendarClock, CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { DocumentsPage } from '../documents/DocumentsPage.js';
import { NewDocumentDialog } from '../documents/NewDocumentDialog.js';
import { newCalendar, openMinutes } from './calendar-draft.js';
import styles from './Calendars.module.css';

/** When people of the org work. The hours of a new one begin as those of an office and are changed where they are seen. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DocumentsPage kind="business-calendar" title={t('shell.setupNav.calendars')} path="/setup/calendars" icon={CalendarClock} newIcon={CalendarPlus}
      texts={{ description: t('calendars.description'), create: t('calendars.new'), none: t('calendars.none'), noneBody: t('calendars.noneBody'), search: t('calendars.search') }}
      columns={[
        { id: 'zone', header: t('calendars.zone'), render: ({ document }) => document.timeZone ?? <span className={styles['quiet']}>{t('calendars.orgZone')}</span> },
        { id: 'hours', header: t('calendars.perWeek'), align: 'end', render: ({ document }) => format.number(Object.values(document.week).reduce((sum, hours) => sum + openMinutes(hours), 0) / 60) },
        { id: 'holidays', header: t('calendars.holidays'), align: 'end', render: ({ document }) => format.number(document.holidays?.length ?? 0) },
      ]}
      renderNew={(documents, onClose) => (
        <NewDocumentDialog kind="business-calendar" documents={documents} fallback="calendar" path="/setup/calendars" onClose={onClose}
          texts={{ title: t('calendars.new'), create: t('calendars.create'), titleMissing: t('calendars.titleMissing'), example: t('calendars.example'), help: t('calendars.newBody') }}
          make={({ name, title }) => newCalendar(name, title, crypto.randomUUID())} />
      )} />
  );
}
