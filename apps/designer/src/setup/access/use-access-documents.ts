import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { titleOf } from '../documents/use-object-title.js';

export interface AccessObject { readonly name: string; readonly title: string; readonly document: ObjectDocument | null }

/** The documents that grants are about, as the draft has them. */
export function useAccessDocuments() {
  const { t, i18n } = useTranslation();
  const { data = [], ...query } = useQuery(draftedDocuments);
  const there = data.filter(({ state }) => state !== 'REMOVED');
  const objects: readonly AccessObject[] = [
    ...there.filter(isKind('object')).map(({ name, document }) => ({ name, title: titleOf(document, i18n.language), document }))
      .sort((left, right) => left.title.localeCompare(right.title, i18n.language)),
    { name: 'User', title: t('setup.kind.user.label'), document: null },
  ];
  const say = (document: { readonly title: string; readonly titles?: Translations }) => translate(document.title, document.titles, i18n.language);
  return {
    ...query, documents: there, objects, say,
    sets: there.filter(isKind('permissions')).map(({ document }) => document),
    groups: there.filter(isKind('permission-group')).map(({ document }) => document),
    apps: there.filter(isKind('app')).map(({ document }) => document),
    actions: there.filter(isKind('action')).map(({ document }) => document),
  };
}
