import type { FieldTypeName } from '@guanxi/field-types';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, Button, Diff, ErrorState, Notice, SkeletonLines, TextLink } from '../../../ui/index.js';
import type { PlanChange } from '../../documents/document-types.js';
import { planOptions } from '../../documents/setup-queries.js';
import { kindIcon } from './kind-icons.js';
import styles from './Field.module.css';

interface KindChangeReviewProps {
  readonly object: string;
  readonly fieldName: string;
  readonly from: FieldTypeName;
  readonly to: FieldTypeName;
  readonly onKeep: () => void;
  readonly onUndo: () => void;
}

/** What another kind does to the values that are there, counted now: nothing is changed before it is published. */
export function KindChangeReview({ object, fieldName, from, to, onKeep, onUndo }: KindChangeReviewProps) {
  const { t } = useTranslation();
  const plan = useQuery({ ...planOptions, staleTime: 0 });
  const changes = plan.data?.changes.filter((change) => change.object === object && change.field === fieldName) ?? [];
  return (
    <div className={styles['review']}>
      <p className={styles['reviewHead']}><Diff before={<KindWord kind={from} />} after={<KindWord kind={to} />} /></p>
      {plan.isPending && <SkeletonLines count={4} />}
      {plan.error && <ErrorState message={plan.error.message} onRetry={() => void plan.refetch()} />}
      {plan.data && changes.length === 0 && <Notice tone="success">{t('model.kindChange.nothing')}</Notice>}
      {changes.map((change) => <ChangeNumbers key={change.id} change={change} object={object} />)}
      <p className={styles['quiet']}>{t('model.kindChange.later')}</p>
      <div className={styles['reviewActions']}>
        <Button onPress={onUndo}>{t('model.kindChange.undo')}</Button>
        <Button variant="primary" onPress={onKeep} autoFocus>{t('model.kindChange.keep')}</Button>
      </div>
    </div>
  );
}

function KindWord({ kind }: { readonly kind: FieldTypeName }) {
  const { t } = useTranslation();
  const Icon = kindIcon(kind);
  return <span className={styles['kindWord']}><Icon size={14} aria-hidden />{t(`setup.kind.${kind}.label`)}</span>;
}

function ChangeNumbers({ change: { sentence, risk, rows, examples, blocking }, object }: { readonly change: PlanChange; readonly object: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone={blocking ? 'danger' : risk === 'ONLINE' ? 'success' : 'warning'} title={sentence}>
      <p className={styles['numbers']}><Badge tone={blocking ? 'danger' : 'neutral'}>{t(`setup.publish.risk.${risk}`)}</Badge>{rows !== null && t(`setup.publish.rows.${risk}`, { count: rows, number: format.number(rows) })}</p>
      {examples && examples.length > 0 && (
        <ul className={styles['examples']}>
          {examples.slice(0, 5).map(({ id, name }) => <li key={id}><TextLink href={`/app/${object}/${id}`} isExternal>{name || t('setup.publish.unnamed')}</TextLink></li>)}
        </ul>
      )}
    </Notice>
  );
}
