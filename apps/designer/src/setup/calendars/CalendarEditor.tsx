import { weekdays, type BusinessCalendarDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { ComboBox } from '../../ui/index.js';
import { DocumentEditorFrame } from '../documents/DocumentEditorFrame.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDocumentEditor } from '../documents/use-document-editor.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { readCalendarDraft, readHours, writeCalendar, type CalendarDraft } from './calendar-draft.js';
import { HolidayList } from './HolidayList.js';
import { MonthPreview } from './MonthPreview.js';
import { WeekHours } from './WeekHours.js';
import styles from './Calendars.module.css';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** The hours of a week, the days that are otherwise, and what a month comes to. */
export function CalendarEditor({ stated }: { readonly stated: StatedDocument<BusinessCalendarDocument> }) {
  const { t } = useTranslation();
  const { document: saved } = stated;
  const editor = useDocumentEditor({
    kind: 'business-calendar', name: saved.name, start: () => readCalendarDraft(saved), write: (wanted) => writeCalendar(wanted, saved), isReadable: isCalendarReadable, titleOf: ({ label }) => label.text,
    saved: (name) => t('calendars.saved', { name }), list: '/setup/calendars',
  });
  const { draft, setDraft } = editor;
  const set = (changes: Partial<CalendarDraft>) => setDraft((before) => ({ ...before, ...changes }));

  return (
    <DocumentEditorFrame editor={editor} state={stated.state} description={t('calendars.editorBody')} texts={{ remove: t('calendars.remove'), removeTitle: t('calendars.removeTitle', { name: draft.label.text }), removeBody: t('calendars.removeBody') }}>
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <div className={styles['settings']}>
            <TranslatedText label={t('setup.field.label')} isRequired value={draft.label} onChange={(label) => set({ label })} />
            <ComboBox label={t('calendars.zone')} choices={zones} value={draft.timeZone} onChange={(timeZone) => set({ timeZone })} placeholder={t('calendars.orgZone')} />
          </div>
          <WeekHours week={draft.week} onChange={(week) => set({ week })} />
          <HolidayList holidays={draft.holidays} onChange={(holidays) => set({ holidays })} />
        </div>
        <MonthPreview draft={draft} />
      </div>
    </DocumentEditorFrame>
  );
}

function isCalendarReadable({ week, holidays }: CalendarDraft): boolean {
  return [...weekdays.map((day) => week[day]), ...holidays.map(({ hours }) => hours)].every((hours) => readHours(hours) !== undefined);
}
