import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import { startingValues } from '@guanxi/forms';
import { RecordForm } from '@guanxi/forms/react';
import type { LayoutDocument } from '@guanxi/metadata';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { classNames, EmptyState, SkeletonLines, widgetKit } from '../../ui/index.js';
import { useFormProps } from '../../workspace/record/use-form-props.js';
import styles from './Layouts.module.css';

/** The real form that the layout makes, with the fields that are published. */
export function LayoutPreview({ layout, isNarrow }: { readonly layout: LayoutDocument; readonly isNarrow: boolean }) {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find(({ name }) => name === layout.object);
  if (!workspace) return <div className={styles['preview']}><SkeletonLines count={8} /></div>;
  if (!object) return <div className={styles['preview']}><EmptyState title={t('interface.layout.previewLater')}>{t('interface.layout.previewLaterBody')}</EmptyState></div>;
  return (
    <div className={styles['preview']}>
      <p className={classNames(styles['note'], styles['muted'])}>{t('interface.layout.previewBody')}</p>
      <div className={isNarrow ? styles['phone'] : styles['sheet']}><WidgetKitProvider kit={widgetKit}><PreviewForm layout={layout} object={object} workspace={workspace} /></WidgetKitProvider></div>
    </div>
  );
}

type Workspace = NonNullable<ReturnType<typeof useWorkspaceQuery>['data']>;

function PreviewForm({ layout, object, workspace }: { readonly layout: LayoutDocument; readonly object: Workspace['objects'][number]; readonly workspace: Workspace }) {
  const form = useFormProps(workspace, object);
  const record = useMemo(() => startingValues(object, form.user), [object, form.user]);
  return <RecordForm {...form} layout={layout} record={record} mode="create" onSave={() => Promise.resolve(undefined)} actions={() => null} />;
}
