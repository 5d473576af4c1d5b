import { fieldType } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, Skeleton } from '../../../ui/index.js';
import { fieldStatisticsOptions } from '../../documents/usage-queries.js';
import { WhereUsedSheet } from '../../where-used/WhereUsedSheet.js';
import type { FieldDraft } from './field-draft.js';
import { FieldPreview } from './FieldPreview.js';
import styles from './Field.module.css';

interface FieldAsideProps {
  readonly field: FieldDraft;
  readonly object: ObjectDocument;
  /** Null for a new field. */
  readonly fieldName: string | null;
  readonly isPublished: boolean;
}

/** Beside the form: how the field will look, and how much it is used. */
export function FieldAside({ field, object, fieldName, isPublished }: FieldAsideProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles['aside']}>
      {fieldType(field.kind).storage?.(field.settings) !== 'through' && <FieldPreview field={field} />}
      {fieldName !== null && isPublished && <Facts object={object.name} field={fieldName} />}
      {fieldName !== null && <Button size="small" icon={Network} onPress={() => setAsking(true)}>{t('model.usage.open')}</Button>}
      {isAsking && fieldName !== null && <WhereUsedSheet object={object.name} field={fieldName} title={field.label.text} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Facts({ object, field }: { readonly object: string; readonly field: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending } = useQuery(fieldStatisticsOptions(object));
  const one = data?.get(field);
  if (isPending) return <Skeleton width="80%" />;
  if (!one) return null;
  const percent = one.filled !== null && one.total ? Math.round((one.filled / one.total) * 100) : null;
  return (
    <dl className={styles['facts']}>
      <div><dt>{t('model.fields.usedBy')}</dt><dd>{t('model.fields.places', { count: one.usedBy, number: format.number(one.usedBy) })}</dd></div>
      {percent !== null && <div><dt>{t('model.fields.filled')}</dt><dd>{t('model.fields.percent', { percent: format.number(percent) })}</dd></div>}
      <div><dt>{t('model.fields.lastUsed')}</dt><dd>{one.lastUsedAt ? format.date(one.lastUsedAt.slice(0, 10)) : t('model.fields.never')}</dd></div>
    </dl>
  );
}
