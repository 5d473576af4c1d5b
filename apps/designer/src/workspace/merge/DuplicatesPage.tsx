import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, metadataRequest } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { CountBadge, EmptyState, ErrorState, LinkButton, PageHeader, Select, SkeletonLines, TextLink } from '../../ui/index.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { recordHref } from '../records/record-href.js';
import { mostMerged } from './merge-choice.js';
import styles from './Merge.module.css';

interface DuplicateGroup {
  readonly count: number;
  readonly records: readonly { readonly id: string; readonly name: string | null }[];
}

const question = 'query Duplicates($object: String!, $rule: String!) { duplicates(object: $object, rule: $rule) { count records { id name } } }';

/** Records that a rule takes for the same, to be looked at and merged. */
export function DuplicatesPage() {
  const { object: name = '' } = useParams({ strict: false }) as { readonly object?: string };
  return <ObjectGate name={name}>{(object) => <Groups key={name} object={object} />}</ObjectGate>;
}

function Groups({ object }: { readonly object: ObjectDescription }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { readonly rule?: unknown };
  const rules = object.duplicateRules ?? [];
  const rule = rules.find(({ name }) => name === search.rule)?.name ?? rules[0]?.name ?? null;
  const listHref = `/app/${encodeURIComponent(object.name)}`;
  usePage({ title: t('merging.duplicates', { name: object.pluralLabel }), crumbs: [{ label: object.pluralLabel, href: listHref }, { label: t('merging.duplicatesCrumb') }] });
  const { data, error, refetch } = useQuery({
    queryKey: ['duplicates', object.name, rule], enabled: rule !== null, staleTime: 0,
    queryFn: ({ signal }) => metadataRequest<{ duplicates: readonly DuplicateGroup[] }>(question, { object: object.name, rule }, signal),
  });
  const back = <LinkButton href={listHref}>{object.pluralLabel}</LinkButton>;
  if (rule === null) return <EmptyState title={t('merging.noRule')} actions={back}>{t('merging.noRuleBody', { name: object.pluralLabel })}</EmptyState>;
  return (
    <PageBody>
      <PageHeader title={t('merging.duplicates', { name: object.pluralLabel })} />
      <div className={styles['rule']}>
        <Select label={t('merging.rule')} value={rule} onChange={(next) => void navigate({ to: '.', search: { rule: next } as never, replace: true })} choices={rules.map(({ name, label }) => ({ value: name, label }))} />
      </div>
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonLines count={6} />}
      {data?.duplicates.length === 0 && <EmptyState title={t('merging.none')} actions={back}>{t('merging.noneBody')}</EmptyState>}
      {data && data.duplicates.length > 0 && (
        <div role="list" className={styles['groups']}>
          {data.duplicates.map(({ count, records }) => (
            <div role="listitem" key={records[0]?.id} className={styles['group']}>
              <CountBadge count={count} />
              <span className={styles['names']}>{records.slice(0, mostMerged).map(({ id, name }) => <TextLink key={id} href={recordHref(object.name, id)}>{name ?? id}</TextLink>)}</span>
              <LinkButton href={mergeHref(object.name, records.slice(0, mostMerged).map(({ id }) => id))}>{t('merging.compare')}</LinkButton>
            </div>
          ))}
        </div>
      )}
    </PageBody>
  );
}

function mergeHref(object: string, ids: readonly string[]): string {
  return `/app/${encodeURIComponent(object)}/merge?ids=${ids.join(',')}`;
}
