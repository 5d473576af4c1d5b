import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ShieldQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, PageHeader, RecordField, Select, SkeletonLines, Tabs } from '../../ui/index.js';
import { useRecordName } from '../../workspace/records/use-record-name.js';
import { peopleOptions } from '../audit/audit-query.js';
import { isKind, publishedDocuments } from '../documents/setup-queries.js';
import { titleOf } from '../documents/use-object-title.js';
import { AccessTrace } from './AccessTrace.js';
import { accessDeeds, explanationOptions, type AccessDeed, type AccessQuestion } from './explain-queries.js';
import { fieldChoices } from './field-choices.js';
import { SeerList } from './SeerList.js';
import type { ExplainSearch } from './explain-href.js';
import styles from './Explain.module.css';

/** S34: a person, a record or only an object or field, and a deed; then the trace with the step that decides. */
export function ExplainPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const search: ExplainSearch = useSearch({ strict: false });
  const { data: documents = [] } = useQuery(publishedDocuments);
  const title = t('shell.setupNav.explain');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const objects = documents.filter(isKind('object')).map(({ name, document }) => ({ value: name, label: titleOf(document, i18n.language), document })).sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  const object = objects.find(({ value }) => value === search.object);
  const { data: people } = useQuery(peopleOptions);
  const recordName = useRecordName(object?.value, search.record ?? null);
  const deed = accessDeeds.find((one) => one === search.deed) ?? 'READ';
  const change = (next: { readonly [key in keyof ExplainSearch]?: string | null }) => {
    const merged = Object.entries({ ...search, ...next }).filter(([, value]) => value !== null && value !== undefined);
    void navigate({ to: '/setup/explain', search: Object.fromEntries(merged), replace: true });
  };
  const question: AccessQuestion | null = search.user !== undefined && object ? { userId: search.user, object: object.value, deed, recordId: search.record ?? null, field: search.field ?? null } : null;
  return (
    <PageBody>
      <PageHeader title={title} description={t('explain.description')} />
      <div className={styles['question']}>
        <RecordField label={t('explain.person')} object="User" value={search.user ?? null} displayName={people?.find(({ id }) => id === search.user)?.name ?? ''} onChange={(user) => change({ user })} />
        <Select label={t('explain.deed')} value={deed} onChange={(next) => change({ deed: next })} choices={accessDeeds.map((value) => ({ value, label: t(`explain.deeds.${value}`) }))} />
        <Select label={t('explain.object')} value={object?.value ?? null} onChange={(next) => change({ object: next, record: null, field: null })} choices={objects.map(({ value, label }) => ({ value, label }))} />
        <RecordField key={object?.value ?? ''} label={t('explain.record')} object={object?.value ?? ''} isDisabled={!object || !onRecords.has(deed)} value={onRecords.has(deed) ? (search.record ?? null) : null} displayName={recordName ?? ''} onChange={(record) => change({ record })} />
        <Select label={t('explain.field')} isClearable isDisabled={!object} value={search.field ?? null} placeholder={t('explain.anyField')} onChange={(field) => change({ field })} choices={object ? fieldChoices(object.document, i18n.language) : []} />
      </div>
      {question ? <Answer question={onRecords.has(deed) ? question : { ...question, recordId: null }} /> : <EmptyState icon={ShieldQuestionMark} title={t('explain.ready')}>{t('explain.readyBody')}</EmptyState>}
    </PageBody>
  );
}

const onRecords: ReadonlySet<AccessDeed> = new Set(['READ', 'EDIT', 'DELETE']);

function Answer({ question }: { readonly question: AccessQuestion }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('why');
  const { data, isPending, error, refetch } = useQuery(explanationOptions(question));
  const why = isPending ? <SkeletonLines count={6} /> : error ? <ErrorState message={error.message} onRetry={() => void refetch()} /> : <AccessTrace explanation={data} />;
  const { object, recordId } = question;
  if (recordId == null) return why;
  return <Tabs label={t('explain.access')} value={tab} onChange={setTab} items={[{ id: 'why', label: t('explain.why'), content: why }, { id: 'who', label: t('explain.whoSees'), content: <SeerList object={object} recordId={recordId} /> }]} />;
}
