import type { PicklistDocument } from '@guanxi/metadata';
import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';

export interface Purpose {
  readonly value: string;
  readonly label: string;
}

/** What people can agree to, as the ledger of consent of the draft names it; none where no object is one. */
export function usePurposes(): readonly Purpose[] {
  const { i18n } = useTranslation();
  const { data: documents } = useQuery(draftedDocuments);
  return useMemo(() => {
    const ledger = documents?.filter(isKind('object')).find(({ state, document }) => state !== 'REMOVED' && document.guanxi.consent)?.document;
    const field = ledger?.guanxi.consent && ledger.properties[ledger.guanxi.consent.purpose];
    if (!field) return [];
    const list = documents?.filter(isKind('picklist')).find(({ name }) => name === field.guanxi['picklist'])?.document.values;
    const values = list ?? ((field.guanxi['values'] ?? []) as PicklistDocument['values']);
    return values.filter(({ active }) => active !== false).map(({ value, label, labels }) => ({ value, label: translate(label ?? value, labels, i18n.language) }));
  }, [documents, i18n.language]);
}
