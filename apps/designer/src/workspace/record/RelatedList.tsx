import { widgetOf } from '@guanxi/field-types/widgets';
import { valueName, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, CountBadge, ObjectGlyph, SimpleTable, SkeletonLines, TextLink, type SimpleColumn } from '../../ui/index.js';
import { CreateDialog } from '../create/CreateDialog.js';
import { columnFields } from '../list/choose-columns.js';
import { listHref } from '../list/list-address.js';
import { allView } from '../list/list-question.js';
import { CellValue } from '../records/FieldValue.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { selectFields } from '../records/select-fields.js';
import { useDisplay } from '../records/use-display.js';
import { relatedQuery } from './related-query.js';
import styles from './RecordPage.module.css';

interface RelatedListProps {
  readonly workspace: WorkspaceDescription;
  readonly parent: ObjectDescription;
  readonly record: RecordRow;
  readonly relation: string;
  readonly columns: readonly string[];
}

/** The latest records of one to-many side, and the way to all of them. */
export function RelatedList({ workspace, parent, record, relation: relationName, columns }: RelatedListProps) {
  const relation = parent.relations.find(({ name }) => name === relationName);
  const object = workspace.objects.find(({ name }) => name === relation?.object);
  if (!relation || !object) return null;
  return <KnownRelatedList workspace={workspace} parent={parent} record={record} object={object} label={relation.label} fieldName={relation.field} columns={columns} />;
}

interface KnownRelatedListProps extends Pick<RelatedListProps, 'workspace' | 'parent' | 'record' | 'columns'> {
  readonly object: ObjectDescription;
  readonly label: string;
  readonly fieldName: string;
}

function KnownRelatedList({ workspace, parent, record, object, label, fieldName, columns }: KnownRelatedListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const fields = useMemo(() => columnFields(object, columns), [object, columns]);
  const link = object.fields.find(({ name }) => name === fieldName);
  const { data, error, refetch } = useQuery({
    queryKey: ['related', object.name, fieldName, record.id, fields.map(({ name }) => name).join()], staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { query, variables } = relatedQuery(object, { field: link ? valueName(link) : fieldName, id: record.id, select: selectFields(workspace, object, fields.map(({ name }) => name)), newestBy: fields.find(({ operators }) => operators.includes('within'))?.name ?? 'createdAt' });
      return (await recordsRequest<{ related: { nodes: RecordRow[]; totalCount: number } }>(query, variables, signal)).related;
    },
  });
  const given = useMemo(() => ({ values: { [fieldName]: record.id }, recordNames: { [fieldName]: recordName(parent, record) } }), [fieldName, parent, record]);
  const tableColumns = useMemo(() => fields.map((field, index): SimpleColumn<RecordRow> => {
    const { widget: { align } } = widgetOf(field);
    return {
      id: field.name, header: field.label, ...(align && index > 0 && { align }),
      render: (row) => (index === 0 ? <TextLink isPlain href={recordHref(object.name, row.id)}>{recordName(object, row)}</TextLink> : <CellValue field={field} row={row} display={display} />),
    };
  }), [fields, object, display]);
  const allHref = listHref(object.name, { view: allView, f: [[fieldName, 'eq', record.id]] });
  return (
    <section className={styles['related']} aria-label={label}>
      <div className={styles['relatedHead']}>
        <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />
        <h2 className={styles['relatedTitle']}>{label}</h2>
        {data && <CountBadge count={data.totalCount} />}
        <span className={styles['space']} />
        {object.canCreate && link?.writable && <Button variant="quiet" size="small" icon={Plus} onPress={() => setCreating(true)}>{t('workspace.newRecord', { name: object.label })}</Button>}
      </div>
      {error && <p role="alert" className={styles['relatedNote']}>{error.message} <Button size="small" variant="quiet" onPress={() => void refetch()}>{t('ui.retry')}</Button></p>}
      {!data && !error && <SkeletonLines count={3} />}
      {data?.nodes.length === 0 && <p className={styles['relatedNote']}>{t('workspace.related.none', { name: label })}</p>}
      {data && data.nodes.length > 0 && <SimpleTable label={label} columns={tableColumns} rows={data.nodes} rowKey={({ id }) => id} onOpenRow={({ id }) => void navigate({ href: recordHref(object.name, id) })} />}
      {data && data.totalCount > data.nodes.length && <p className={styles['relatedNote']}><TextLink href={allHref}>{t('workspace.related.all', { count: data.totalCount, shown: format.number(data.totalCount) })}</TextLink></p>}
      {isCreating && <CreateDialog object={object} workspace={workspace} given={given} onClose={() => setCreating(false)} onCreated={() => void refetch()} />}
    </section>
  );
}
