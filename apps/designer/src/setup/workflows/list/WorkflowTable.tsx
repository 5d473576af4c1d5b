import { translate, type ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, ObjectGlyph, SimpleTable, TextLink } from '../../../ui/index.js';
import { describeTrigger } from '../describe-trigger.js';
import type { WorkflowRow } from './list-workflows.js';
import styles from './List.module.css';

/** Name, what sets it off, whether it is on, how it fares. */
export function WorkflowTable({ rows, objects }: { readonly rows: readonly WorkflowRow[]; readonly objects: readonly ObjectDescription[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <SimpleTable label={t('shell.setupNav.workflows')} rows={rows} rowKey={({ workflow }) => workflow.name}
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
                  <span className={styles['trigger']}>{describeTrigger(workflow.trigger, workflow.object, objects, t, i18n.language)}</span>
                </span>
              </span>
            );
          },
        },
        {
          id: 'status', header: t('automation.run.status'), width: '150px',
          render: ({ state, hasChanges }) => (
            <span className={styles['badges']}>
              {state && <Badge tone={state.active ? 'success' : 'neutral'} hasDot>{t(state.active ? 'automation.state.on' : 'automation.state.off')}</Badge>}
              {hasChanges && <Badge tone="warning">{t(state ? 'automation.state.changed' : 'automation.state.draft')}</Badge>}
            </span>
          ),
        },
        { id: 'runs', header: t('automation.tab.runs'), align: 'end', render: ({ state }) => format.number(state?.runs ?? 0) },
        { id: 'failed', header: t('automation.list.failed'), align: 'end', render: ({ state }) => (state && state.failed > 0 ? <Badge tone="danger">{format.number(state.failed)}</Badge> : '0') },
        { id: 'last', header: t('automation.list.lastRun'), align: 'end', render: ({ state }) => (state?.lastRunAt ? format.relative(state.lastRunAt) : '–') },
        { id: 'due', header: t('automation.list.nextDue'), align: 'end', render: ({ state }) => (state?.active && state.nextDueAt ? format.dateTime(state.nextDueAt) : '–') },
      ]} />
  );
}
