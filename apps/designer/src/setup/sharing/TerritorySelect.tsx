import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';

interface TerritorySelectProps {
  readonly object: string | null;
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly onChange: (queue: string | null) => void;
}

/** The queues whose territory has records of the object. */
export function TerritorySelect({ object, value, error, onChange }: TerritorySelectProps) {
  const { t, i18n } = useTranslation();
  const { data: documents = [] } = useQuery(draftedDocuments);
  const queues = documents.filter(isKind('queue')).filter(({ state, document }) => state !== 'REMOVED' && (object === null || document.territory?.some((part) => part.object === object)));
  return (
    <Select label={t('sharing.rules.territory')} help={t(queues.length === 0 ? 'sharing.rules.noTerritory' : 'sharing.rules.territoryHelp')} value={value} error={error ?? null} onChange={onChange}
      choices={queues.map(({ name, document }) => ({ value: name, label: translate(document.title, document.titles, i18n.language) }))} />
  );
}
