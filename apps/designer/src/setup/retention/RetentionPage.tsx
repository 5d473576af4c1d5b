import { translate, type RetentionRuleDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Hourglass, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, EmptyState, ErrorState, PageHeader, PlainButton, showToast, SimpleTable, SkeletonLines, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { useOpenItem } from '../documents/use-open-item.js';
import { RetentionSheet } from './RetentionSheet.js';
import { retentionStatesOptions, useSwitchRule, type RetentionState } from './retention-queries.js';
import { keptOf } from './RunBadge.js';
import { RunsTable } from './RunsTable.js';
import { SwitchDialog } from './SwitchDialog.js';
import styles from './Retention.module.css';

type Row = StatedDocument<RetentionRuleDocument>;

/** How long records are kept: the rules, whether they are at work, and what they did. */
export function RetentionPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const objectTitle = useObjectTitle();
  const title = t('shell.setupNav.retention');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  useUndoKeys();
  useShortcut({ keys: 'c', label: t('retention.new'), section: t('shell.setup'), run: () => setOpen('new') });
  const { data, error, isPending, refetch } = useQuery(draftedDocuments);
  const { data: states } = useQuery(retentionStatesOptions);
  const [switching, setSwitching] = useState<Row | null>(null);
  const rules = (data ?? []).filter(isKind('retention-rule'));
  const [open, setOpen] = useOpenItem(rules, 'rule');
  const stateOf = ({ name }: Row) => states?.find(({ rule }) => rule === name);
  const titleOf = ({ document }: Row) => translate(document.title, document.titles, i18n.language);
  const tellAge = ({ document: { after, since, object } }: Row) => {
    const field = (data ?? []).filter(isKind('object')).find(({ name }) => name === object)?.document.properties[since];
    const label = field ? translate(field.title ?? since, field.guanxi['titles'] as Readonly<Record<string, string>> | undefined, i18n.language) : i18n.exists(`retention.system.${since}`) ? t(`retention.system.${since}`) : since;
    return t('retention.age', { age: t(`retention.ages.${after.unit}`, { count: after.value }), since: label });
  };
  const create = <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('retention.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={title} description={t('retention.description')} actions={create} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && rules.length === 0 && <EmptyState icon={Hourglass} title={t('retention.none')} actions={create}>{t('retention.noneBody')}</EmptyState>}
      {data && rules.length > 0 && (
        <div className={styles['page']}>
          <SimpleTable<Row> label={title} rows={rules} rowKey={({ name }) => name} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={(row) => { if (row.state !== 'REMOVED') setOpen(row); }} columns={[
            { id: 'rule', header: t('retention.rule'), render: (row) => (
              <span className={styles['named']}>
                {row.state === 'REMOVED' ? titleOf(row) : <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(row)}>{titleOf(row)}</PlainButton>}
                <span className={styles['quiet']}>{t('retention.told', { object: objectTitle(row.document.object), age: tellAge(row) })}</span>
              </span>
            ) },
            { id: 'state', header: t('retention.state'), width: '190px', render: (row) => <RuleState row={row} state={stateOf(row)} title={titleOf(row)} onSwitchOn={() => setSwitching(row)} /> },
            { id: 'do', header: t('retention.does'), width: '150px', render: ({ document }) => <Badge tone={document.do === 'delete' ? 'neutral' : 'danger'}>{t(`retention.deeds.${document.do}`)}</Badge> },
            { id: 'next', header: t('retention.nextRun'), width: '190px', render: (row) => { const at = stateOf(row)?.nextRunAt; return at ? format.dateTime(at) : <span className={styles['quiet']}>–</span>; } },
            { id: 'last', header: t('retention.lastRun'), width: '170px', render: (row) => <LastRun state={stateOf(row)} /> },
          ]} />
          <RunsTable />
        </div>
      )}
      {open !== null && <RetentionSheet key={open === 'new' ? 'new' : open.name} stated={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {switching && <SwitchDialog rule={switching.document} title={titleOf(switching)} onClose={() => setSwitching(null)} />}
    </PageBody>
  );
}

function LastRun({ state }: { readonly state: RetentionState | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = state?.lastRun;
  if (!run) return <span className={styles['quiet']}>{t('retention.never')}</span>;
  const left = keptOf(run);
  return (
    <span className={styles['named']}>
      <span>{format.relative(run.startedAt)}</span>
      <span className={styles['quiet']}>{left === 0 ? t('retention.runs.sum', { done: format.number(run.done) }) : t('retention.runs.sumLeft', { done: format.number(run.done), left: format.number(left) })}</span>
    </span>
  );
}

interface RuleStateProps {
  readonly row: Row;
  readonly state: RetentionState | undefined;
  readonly title: string;
  readonly onSwitchOn: () => void;
}

/** What is not published cannot be switched on; a change of one that is on waits to be looked at. */
function RuleState({ row, state, title, onSwitchOn }: RuleStateProps) {
  const { t } = useTranslation();
  const { mutate, isPending } = useSwitchRule(row.name);
  const off = () => mutate({ on: false }, { onSuccess: () => showToast({ message: t('retention.switchedOff', { title }), tone: 'success' }), onError: ({ message }) => showToast({ message, tone: 'danger' }) });
  if (row.state !== 'PUBLISHED') return <StateBadge state={row.state} />;
  if (!state) return null;
  return (
    <span className={styles['switch']}>
      <Badge tone={state.active ? 'success' : state.changed ? 'warning' : 'neutral'}>{t(state.active ? 'retention.on' : state.changed ? 'retention.changed' : 'retention.off')}</Badge>
      {state.active ? <Button size="small" isPending={isPending} onPress={off}>{t('retention.switchOff')}</Button> : <Button size="small" onPress={onSwitchOn}>{t('retention.switchOn')}</Button>}
    </span>
  );
}
