import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { draftedDocuments, isKind } from './setup-queries.js';

/** What an object is called in the reader's language; its API name where it is not known. */
export function useObjectTitle(): (name: string) => string {
  const { i18n } = useTranslation();
  const { data } = useQuery(draftedDocuments);
  return useCallback((name: string) => {
    const found = data?.filter(isKind('object')).find((one) => one.name === name)?.document;
    return found ? titleOf(found, i18n.language) : name;
  }, [data, i18n.language]);
}

export function titleOf(document: Pick<ObjectDocument, 'title' | 'guanxi'>, language: string): string {
  return translate(document.title, document.guanxi.titles, language);
}
