import { translate, type ObjectDocument, type Translations, type ViewDocument } from '@guanxi/metadata';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CodeText, EmptyState, SimpleTable } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { StateBadge } from '../documents/StateBadge.js';
import styles from './Object.module.css';

export function ViewsTab({ views, object }: { readonly views: readonly StatedDocument<ViewDocument>[]; readonly object: ObjectDocument }) {
  const { t, i18n } = useTranslation();
  if (views.length === 0) return <EmptyState icon={ListFilter} title={t('setup.views.none')}>{t('setup.views.noneBody')}</EmptyState>;
  const fieldTitle = (name: string) => translate(object.properties[name]?.title ?? name, object.properties[name]?.guanxi['titles'] as Translations | undefined, i18n.language);
  return (
    <div className={styles['panel']}>
      <SimpleTable label={t('setup.object.tab.views')} rows={views} rowKey={({ document }) => document.guanxi.id} columns={[
        { id: 'title', header: t('setup.objects.label'), render: ({ document }) => translate(document.title, document.titles, i18n.language) },
        { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
        { id: 'columns', header: t('setup.views.columns'), render: ({ document }) => document.columns.map(fieldTitle).join(', ') },
        { id: 'order', header: t('setup.views.order'), render: ({ document }) => (document.orderBy ?? []).map(({ field, direction }) => `${fieldTitle(field)} ${direction === 'asc' ? '↑' : '↓'}`).join(', ') || '–' },
        { id: 'state', header: t('setup.objects.state'), render: ({ state }) => <StateBadge state={state} /> },
      ]} />
    </div>
  );
}
