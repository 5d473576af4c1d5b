import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Select, type FieldProps } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';

interface QueueChoiceProps extends FieldProps {
  readonly value: string;
  readonly onChange: (queue: string | undefined) => void;
}

/** One of the org's queues, or none. */
export function QueueChoice({ value, onChange, ...field }: QueueChoiceProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const choices = data.filter(isKind('queue')).filter(({ state }) => state !== 'REMOVED').map(({ name, document }) => ({ value: name, label: translate(document.title, document.titles, i18n.language) }));
  return <Select {...field} isClearable placeholder={t('people.steps.noQueue')} value={value || null} choices={choices} onChange={(next) => onChange(next ?? undefined)} />;
}
