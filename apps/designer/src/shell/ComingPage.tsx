import { useTranslation } from 'react-i18next';
import { PageHeader, SkeletonLines } from '../ui/index.js';
import { PageBody } from './PageBody.js';
import { usePage } from './page.js';

/** Holds the place of a page of an area that is not built yet. */
export function ComingPage({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  usePage({ title: t(title), crumbs: [{ label: t(title) }] });
  return <PageBody><PageHeader title={t(title)} /><SkeletonLines /></PageBody>;
}
