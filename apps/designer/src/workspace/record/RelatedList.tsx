import { valueName, type ObjectDescription, type RelationDescription, type WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Link2, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, CountBadge, ObjectGlyph, Popover, RecordField, showToast, SkeletonLines, TextLink } from '../../ui/index.js';
import { listHref } from '../list/list-address.js';
import { allView } from '../list/list-question.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { saveRecord } from '../records/save-record.js';
import { RelatedGrid } from './RelatedGrid.js';
import { useRelatedRows } from './use-related-rows.js';
import styles from './RecordPage.module.css';

const CreateRecord = lazy(async () => ({ default: (await import('../create/CreateRecord.js')).CreateRecord }));

interface RelatedListProps {
  readonly workspace: WorkspaceDescription;
  readonly parent: ObjectDescription;
  readonly record: RecordRow;
  readonly relation: string;
  readonly columns: readonly string[];
}

/** The records of one to-many side, changed where they stand, linked and taken away, and the way to all of them. */
export function RelatedList({ workspace, parent, record, relation: relationName, columns }: RelatedListProps) {
  const relation = parent.relations.find(({ name }) => name === relationName);
  const object = workspace.objects.find(({ name }) => name === relation?.object);
  if (!relation || !object) return null;
  return <KnownRelatedList workspace={workspace} parent={parent} record={record} object={object} relation={relation} columns={columns} />;
}

interface KnownRelatedListProps extends Pick<RelatedListProps, 'workspace' | 'parent' | 'record' | 'columns'> {
  readonly object: ObjectDescription;
  readonly relation: RelationDescription;
}

function KnownRelatedList({ workspace, parent, record, object, relation: { label, field: fieldName, through }, columns }: KnownRelatedListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const link = object.fields.find(({ name }) => name === fieldName);
  const rows = useRelatedRows({ workspace, object, columns, key: link ? valueName(link) : fieldName, id: record.id });
  const { rowCount, total, error, isLoading, refresh } = rows;
  const given = useMemo(() => ({ values: { [fieldName]: record.id }, recordNames: { [fieldName]: recordName(parent, record) } }), [fieldName, parent, record]);
  const mayLink = object.canEdit && link?.writable === true && through === undefined;

  const move = async (row: Pick<RecordRow, 'id'>, to: string | null, from: string | null, message: string) => {
    try {
      await saveRecord(object, { id: row.id, data: { [link ? valueName(link) : fieldName]: to } });
      refresh();
      showToast({ message, onUndo: () => void move(row, from, to, t('lists.cell.undone', { count: 1 })) });
    } catch (failure) {
      showToast({ tone: 'danger', message: failure instanceof ApiError ? (failure.problems[0]?.message ?? failure.message) : String(failure) });
    }
  };
  const unlink = (row: RecordRow) => void move(row, null, record.id, t('lists.related.unlinked', { name: recordName(object, row) }));
  const isEmpty = !isLoading && !error && rowCount === 0;
  const createButton = object.canCreate && link?.writable && <Button variant="quiet" size="small" icon={Plus} onPress={() => setCreating(true)}>{t('workspace.newRecord', { name: object.label })}</Button>;
  const linkButton = mayLink && <LinkButton object={object} onChoose={(id, name) => void move({ id }, record.id, null, t('lists.related.linked', { name }))} />;
  return (
    <section className={styles['related']} aria-label={label}>
      <div className={styles['relatedHead']}>
        <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />
        <h2 className={styles['relatedTitle']}>{label}</h2>
        {total !== null && <CountBadge count={total} />}
        <span className={styles['space']} />
        {linkButton}{createButton}
      </div>
      {error && rowCount === 0 && <p role="alert" className={styles['relatedNote']}>{error.message} <Button size="small" variant="quiet" onPress={refresh}>{t('ui.retry')}</Button></p>}
      {isLoading && <SkeletonLines count={3} />}
      {isEmpty && <p className={styles['relatedNote']}>{mayLink || createButton ? t('lists.related.empty', { name: label }) : t('workspace.related.none', { name: label })}</p>}
      {!isLoading && rowCount > 0 && (
        <RelatedGrid label={label} workspace={workspace} object={object} rows={rows} onOpen={(row) => void navigate({ href: recordHref(object.name, row.id) })}
          {...(mayLink && link.required !== true && { onUnlink: unlink })} />
      )}
      {total !== null && total > 0 && <p className={styles['relatedNote']}><TextLink href={listHref(object.name, { view: allView, f: [[fieldName, 'eq', record.id]] })}>{t('workspace.related.all', { count: total, shown: format.number(total) })}</TextLink></p>}
      {isCreating && <Suspense><CreateRecord object={object} workspace={workspace} given={given} onClose={() => setCreating(false)} onCreated={refresh} /></Suspense>}
    </section>
  );
}

function LinkButton({ object, onChoose }: { readonly object: ObjectDescription; readonly onChoose: (id: string, name: string) => void }) {
  const { t } = useTranslation();
  const label = t('lists.related.link', { name: object.label });
  let name = '';
  return (
    <Popover label={label} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={Link2}>{label}</Button>}>
      {(close) => (
        <div className={styles['linking']}>
          <RecordField label={label} hideLabel autoFocus startsOpen isRequired object={object.name} value={null} onFind={(found) => { name = found.name; }} onChange={(id) => { if (id !== null) { close(); onChoose(id, name); } }} />
        </div>
      )}
    </Popover>
  );
}
