import { valueName, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, CountBadge, EmptyState, ErrorState, LinkButton, Notice, PageHeader, RadioRow, showToast, SkeletonLines, Switch } from '../../ui/index.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { CellValue } from '../records/FieldValue.js';
import { forgetLists } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { afterWrite } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import { useDisplay } from '../records/use-display.js';
import { decidableFields, mergedData, mostMerged, sourceOf } from './merge-choice.js';
import { mergeMutation, severalQuery } from './merge-queries.js';
import { usePointingRecords } from './use-pointing-records.js';
import styles from './Merge.module.css';

/** Several records side by side, and which value of each is kept. */
export function MergePage() {
  const { object: name = '' } = useParams({ strict: false }) as { readonly object?: string };
  const { ids } = useSearch({ strict: false }) as { readonly ids?: unknown };
  const wanted = [...new Set(String(ids ?? '').split(',').filter((id) => id !== ''))].slice(0, mostMerged);
  return <ObjectGate name={name}>{(object, workspace) => <MergeGate key={`${name} ${wanted.join()}`} object={object} workspace={workspace} ids={wanted} />}</ObjectGate>;
}

interface MergeGateProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly ids: readonly string[];
}

function MergeGate({ object, workspace, ids }: MergeGateProps) {
  const { t } = useTranslation();
  const listHref = `/app/${encodeURIComponent(object.name)}`;
  usePage({ title: t('merging.title', { name: object.pluralLabel }), crumbs: [{ label: object.pluralLabel, href: listHref }, { label: t('merging.crumb') }] });
  const { data, error, refetch } = useQuery({
    queryKey: ['merge', object.name, ids],
    queryFn: ({ signal }) => {
      const { query, variables } = severalQuery(object, ids, selectFields(workspace, object, object.fields.map(({ name }) => name)));
      return recordsRequest<{ page: { nodes: readonly RecordRow[] } }>(query, variables, signal);
    },
  });
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (!data) return <PageBody><SkeletonLines count={8} /></PageBody>;
  const records = ids.flatMap((id) => data.page.nodes.find((record) => record.id === id) ?? []);
  if (records.length < 2 || !object.canEdit || !object.canDelete) {
    const kind = records.length < 2 ? 'nothing' : 'no-access';
    return <EmptyState kind={kind} title={t(`merging.${kind}`)} actions={<LinkButton href={listHref}>{object.pluralLabel}</LinkButton>}>{t(`merging.${kind}Body`, { name: object.pluralLabel })}</EmptyState>;
  }
  return <MergeTable object={object} workspace={workspace} records={records} listHref={listHref} />;
}

function MergeTable({ object, workspace, records, listHref }: { readonly object: ObjectDescription; readonly workspace: WorkspaceDescription; readonly records: readonly RecordRow[]; readonly listHref: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const navigate = useNavigate();
  const [into, setInto] = useState(records[0]?.id ?? '');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [isWhole, setWhole] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const pointing = usePointingRecords(workspace, object, records.map(({ id }) => id));
  const winner = records.find(({ id }) => id === into);
  const merge = async () => {
    setPending(true);
    try {
      const { query, variables } = mergeMutation(object, { into, from: records.filter(({ id }) => id !== into).map(({ id }) => id), data: mergedData(object, records, into, chosen, valueName) });
      await recordsRequest(query, variables);
      forgetLists(object.name);
      afterWrite(object.name, into);
      showToast({ tone: 'success', message: t('merging.done', { count: records.length, name: object.pluralLabel }) });
      void navigate({ href: recordHref(object.name, into) });
    } catch (error) {
      setProblems(error instanceof ApiError && error.problems.length > 0 ? error.problems.map(({ message }) => message) : [String(error instanceof Error ? error.message : error)]);
      setPending(false);
    }
  };
  const fields = decidableFields(object, records, isWhole);
  return (
    <PageBody>
      <PageHeader title={t('merging.title', { name: object.pluralLabel })} />
      <p className={styles['lead']}>{t('merging.lead')}</p>
      {problems.length > 0 && <Notice tone="danger" title={t('merging.refused')}>{problems.map((problem) => <p key={problem}>{problem}</p>)}</Notice>}
      <div className={styles['grid']} style={{ gridTemplateColumns: `minmax(96px, 160px) repeat(${records.length}, minmax(160px, 1fr))` }}>
        <RadioRow label={t('merging.stays')} value={into} onChange={setInto} cells={records.map((record) => ({
          value: record.id,
          content: <><strong className={styles['name']}>{recordName(object, record)}</strong><span className={styles['made']}>{typeof record['createdAt'] === 'string' ? t('merging.made', { when: format.relative(record['createdAt']) }) : ''}</span></>,
        }))} />
        {pointing && [...pointing.values()].some((ways) => ways.length > 0) && (
          <div className={styles['pointing']}>
            <span className={styles['pointingHead']}>{t('merging.pointing')}</span>
            {records.map(({ id }) => (
              <ul key={id} className={styles['ways']}>
                {(pointing.get(id) ?? []).map(({ label, count }) => <li key={label}>{label} <CountBadge count={count} /></li>)}
                {(pointing.get(id) ?? []).length === 0 && <li>–</li>}
              </ul>
            ))}
          </div>
        )}
        {fields.map((field) => (
          <RadioRow key={field.name} label={field.label} value={sourceOf(field, records, into, chosen)} onChange={(id) => setChosen((before) => ({ ...before, [field.name]: id }))}
            cells={records.map((record) => ({ value: record.id, content: <CellValue field={field} row={record} display={display} /> }))} />
        ))}
      </div>
      {fields.length === 0 && <p className={styles['lead']}>{t('merging.same')}</p>}
      <div className={styles['foot']}>
        <Switch isSelected={isWhole} onChange={setWhole}>{t('merging.whole')}</Switch>
        <span className={styles['space']} />
        <LinkButton href={listHref}>{t('ui.cancel')}</LinkButton>
        <Button variant="primary" icon={Merge} isPending={isPending} onPress={() => void merge()}>{t('merging.submit', { name: winner ? recordName(object, winner) : '' })}</Button>
      </div>
    </PageBody>
  );
}
