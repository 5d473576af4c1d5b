import { serializeDocument, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeText, EmptyState, ErrorState, SegmentedControl, SkeletonLines } from '../../ui/index.js';
import { recordSchemaOptions } from '../documents/setup-queries.js';
import styles from './Object.module.css';

/** The object as its document, and as the JSON Schema that other programs check records with. */
export function JsonTab({ object, isPublished }: { readonly object: ObjectDocument; readonly isPublished: boolean }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'document' | 'schema'>('document');
  const schema = useQuery({ ...recordSchemaOptions(object.name), enabled: isPublished && shown === 'schema', retry: false });
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <SegmentedControl label={t('setup.json.show')} value={shown} onChange={setShown} segments={[{ value: 'document', label: t('setup.json.document') }, { value: 'schema', label: t('setup.json.schema') }]} />
        <span className={styles['quiet']}>{t(`setup.json.${shown}Help`)}</span>
      </div>
      {shown === 'document' && <div className={styles['code']}><CodeText isBlock isCopyable>{serializeDocument(object).trimEnd()}</CodeText></div>}
      {shown === 'schema' && !isPublished && <EmptyState title={t('setup.json.notPublished')}>{t('setup.json.notPublishedBody')}</EmptyState>}
      {shown === 'schema' && isPublished && schema.isPending && <SkeletonLines count={10} />}
      {shown === 'schema' && schema.error && <ErrorState message={schema.error.message} onRetry={() => void schema.refetch()} />}
      {shown === 'schema' && schema.data !== undefined && <div className={styles['code']}><CodeText isBlock isCopyable>{JSON.stringify(schema.data, null, 2)}</CodeText></div>}
    </div>
  );
}
