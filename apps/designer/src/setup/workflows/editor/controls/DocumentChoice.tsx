import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Select, type FieldProps } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';

interface DocumentChoiceProps extends FieldProps {
  readonly kind: 'business-calendar' | 'document-template';
  /** Only those that are about it. */
  readonly object?: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** A document of the draft, by what it is called. */
export function DocumentChoice({ kind, object, value, onChange, ...field }: DocumentChoiceProps) {
  const { i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const fitting = data.filter(isKind(kind)).filter(({ document, state }) => state !== 'REMOVED' && (object === undefined || !('object' in document) || document.object === object));
  return <Select {...field} isClearable value={value || null} onChange={(next) => onChange(next ?? undefined)} choices={fitting.map(({ name, document }) => ({ value: name, label: translate(document.title, document.titles, i18n.language) }))} />;
}
