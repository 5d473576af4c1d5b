import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentPage } from '../documents/DocumentPage.js';
import { CalendarEditor } from './CalendarEditor.js';

/** One business calendar, by its name in the address. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { calendar: name } = useParams({ strict: false }) as { readonly calendar: string };
  return (
    <DocumentPage kind="business-calendar" name={name} list={{ title: t('shell.setupNav.calendars'), href: '/setup/calendars' }} gone={{ title: t('calendars.gone'), body: t('calendars.goneBody', { name }) }}
      renderEditor={(stated) => <CalendarEditor key={stated.document.guanxi.id} stated={stated} />} />
  );
}
