import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';

interface CalendarChoiceProps {
  /** Name of a business calendar. */
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (calendar: string | undefined) => void;
}

/** Whether every day counts, or only the open days and hours of a business calendar. Not asked where there is none. */
export function CalendarChoice({ value, error, onChange }: CalendarChoiceProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const choices = data.filter(isKind('business-calendar')).filter(({ state }) => state !== 'REMOVED').map(({ name, document }) => ({ value: name, label: translate(document.title, document.titles, i18n.language) }));
  if (choices.length === 0 && value === undefined) return null;
  const known = value === undefined || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
  return <Select label={t('flow.trigger.calendar')} help={t('flow.trigger.calendarHelp')} isClearable placeholder={t('flow.trigger.everyDay')} value={value ?? null} error={error ?? null} choices={known} onChange={(next) => onChange(next ?? undefined)} />;
}
