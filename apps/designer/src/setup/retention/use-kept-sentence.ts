import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import type { KeptReason } from './retention-queries.js';

/** How many records stay, and why, as a sentence. */
export function useKeptSentence(): (reason: KeptReason, count: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (reason, count) => t(`retention.keptBecause.${reason}`, { count, number: format.number(count) });
}
