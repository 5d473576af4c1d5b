import { translate, type ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, ObjectGlyph, SimpleTable, TextLink } from '../../../ui/index.js';
import { useTriggerTexts } from '../trigger-texts.js';
import type { WorkflowState } from '../automation-types.js';
import { usePauseText } from '../care/PausedNotice.js';
import { Sparkline } from '../care/Sparkline.js';
import type { WorkflowRow } from './list-workflows.js';
import { WorkflowActions } from './WorkflowActions.js';
import styles from './List.module.css';

interface WorkflowTableProps {
  readonly label: string;
  readonly rows: readonly WorkflowRow[];
  /** Names of all workflows, also of those that are not shown. */
  readonly taken: readonly string[];
  readonly objects: readonly ObjectDescription[];
}

/** Name, what sets it off, whether it is on, how it fares. */
export function WorkflowTable({ label, rows, taken, objects }: WorkflowTableProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const triggers = useTriggerTexts(rows.map(({ workflow }) => workflow));
  return (
    <SimpleTable isSteady label={label} rows={rows} rowKey={({ workflow }) => workflow.name}
      onOpenRow={({ workflow }) => void navigate({ to: '/setup/workflows/$workflow', params: { workflow: workflow.name } })}
      columns={[
        {
          id: 'name', header: t('automation.list.name'),
          render: ({ workflow }) => {
            const object = objects.find(({ name }) => name === workflow.object);
            return (
              <span className={styles['name']}>
                <ObjectGlyph icon={object?.icon} hue={object?.color} name={workflow.object} />
                <span>
                  <TextLink href={`/setup/workflows/${encodeURIComponent(workflow.name)}`} isPlain>{translate(workflow.title, workflow.titles, i18n.language)}</TextLink>
                  <span className={styles['trigger']}>{triggers[rows.findIndex((row) => row.workflow === workflow)]}</span>
                </span>
              </span>
            );
          },
        },
        {
          id: 'status', header: t('automation.run.status'), width: '170px',
          render: ({ state, hasChanges }) => (
            <span className={styles['badges']}>
              {state && !state.pausedAt && <Badge tone={state.active ? 'success' : 'neutral'} hasDot>{t(state.active ? 'automation.state.on' : 'automation.state.off')}</Badge>}
              {state?.pausedAt && <PausedBadge state={state} />}
              {hasChanges && <Badge tone="warning">{t(state ? 'automation.state.changed' : 'automation.state.draft')}</Badge>}
            </span>
          ),
        },
        { id: 'day', header: t('care.list.day'), align: 'end', width: '140px', render: ({ state }) => (state ? <Sparkline values={state.runsByHour} /> : '–') },
        { id: 'rate', header: t('care.list.rate'), align: 'end', width: '90px', render: ({ state }) => (state ? <FailureRate state={state} /> : '–') },
        { id: 'due', header: t('automation.list.nextDue'), align: 'end', width: '130px', render: ({ state }) => (state?.active && state.nextDueAt ? format.dateTime(state.nextDueAt) : '–') },
        { id: 'version', header: t('care.list.version'), align: 'end', width: '76px', render: ({ state }) => (state?.version == null ? '–' : format.number(state.version)) },
        { id: 'changed', header: t('care.list.changed'), width: '140px', render: ({ state }) => (state?.changedAt ? <span title={format.dateTime(state.changedAt)}>{state.changedBy?.name ?? format.relative(state.changedAt)}</span> : '–') },
        { id: 'acts', header: '', align: 'end', width: '48px', render: (row) => <WorkflowActions row={row} taken={taken} /> },
      ]} />
  );
}

function PausedBadge({ state }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  return <span title={usePauseText(state)}><Badge tone="warning" hasDot>{t('care.paused.badge')}</Badge></span>;
}

/** Of the runs of the last day; the number of all that are parked stands behind it. */
function FailureRate({ state: { failed, failedLately, runsByHour } }: { readonly state: WorkflowState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const runs = runsByHour.reduce((sum, count) => sum + count, 0);
  const rate = runs === 0 ? 0 : Math.round((failedLately / runs) * 100);
  if (failed === 0) return <>{runs === 0 ? '–' : format.percent(0)}</>;
  return (
    <span title={t('care.list.parkedOf', { count: failed, number: format.number(failed) })}><Badge tone="danger">{format.percent(rate)}</Badge></span>
  );
}
