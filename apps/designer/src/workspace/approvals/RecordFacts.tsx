import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { ObjectGlyph, SkeletonLines, TextLink } from '../../ui/index.js';
import { keyFields } from '../record/key-fields.js';
import { useRecord } from '../record/use-record.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import { layoutOf } from '../records/layout-of.js';
import { recordHref } from '../records/record-href.js';
import { useDisplay } from '../records/use-display.js';
import styles from './Approvals.module.css';

interface RecordFactsProps {
  readonly object: string | null;
  readonly id: string;
  /** Null where this person may not read the record. */
  readonly name: string | null;
}

/** What something is about: the record with its key fields, as far as this person may read it. */
export function RecordFacts({ object: objectName, id, name }: RecordFactsProps) {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find((one) => one.name === objectName);
  if (!workspace) return <SkeletonLines count={3} />;
  if (!object || name === null) return <p className={styles['hidden']}>{t('people.mayNotRead')}</p>;
  return (
    <section className={styles['facts']}>
      <p className={styles['record']}><ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" /><TextLink href={recordHref(object.name, id)}>{name === '' ? object.label : name}</TextLink></p>
      <KeyFields key={`${object.name} ${id}`} workspace={workspace} object={object} id={id} />
    </section>
  );
}

function KeyFields({ workspace, object, id }: { readonly workspace: WorkspaceDescription; readonly object: ObjectDescription; readonly id: string }) {
  const display = useDisplay();
  const { data: record } = useRecord(workspace, object, id);
  const fields = useMemo(() => (record ? keyFields(object, layoutOf(object, record['recordType'])).filter((field) => valueIn(record, field) !== null) : []), [object, record]);
  if (record === undefined) return <SkeletonLines count={2} />;
  if (!record || fields.length === 0) return null;
  return <dl className={styles['facts-list']}>{fields.map((field) => <div key={field.name} className={styles['fact']}><dt>{field.label}</dt><dd><CellValue field={field} row={record} display={display} /></dd></div>)}</dl>;
}
