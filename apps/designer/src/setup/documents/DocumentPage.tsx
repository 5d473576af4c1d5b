import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';
import type { StatedDocument, TitledDocument, TitledOf } from './document-types.js';
import { draftedDocuments, isKind } from './setup-queries.js';

export interface DocumentPageProps<Kind extends TitledDocument['kind']> {
  readonly kind: Kind;
  readonly name: string;
  /** The list that it is in. */
  readonly list: { readonly title: string; readonly href: string };
  readonly gone: { readonly title: string; readonly body: string };
  readonly renderEditor: (stated: StatedDocument<TitledOf<Kind>>) => ReactNode;
}

/** One document by its name in the address: what edits it, or that it is not there. */
export function DocumentPage<Kind extends TitledDocument['kind']>({ kind, name, list, gone, renderEditor }: DocumentPageProps<Kind>) {
  const { t, i18n } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const stated = data?.filter(isKind(kind)).find((one) => one.name === name && one.state !== 'REMOVED') as StatedDocument<TitledOf<Kind>> | undefined;
  const title = stated ? translate(stated.document.title, stated.document.titles, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: list.title, href: list.href }, { label: title }] });
  if (stated) return renderEditor(stated);
  return (
    <PageBody>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <EmptyState title={gone.title} actions={<LinkButton href={list.href}>{list.title}</LinkButton>}>{gone.body}</EmptyState>}
    </PageBody>
  );
}
