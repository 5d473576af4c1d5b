import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, EmptyState, LinkButton, SimpleTable, TextLink } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { StateBadge } from '../documents/StateBadge.js';
import { workflowStatesOptions } from '../workflows/automation-queries.js';
import { workflowsOf } from './workflows-of.js';
import styles from './Object.module.css';

/** What the platform does by itself with records of the object, and workflows elsewhere that make or change them. */
export function AutomationTab({ object, documents }: { readonly object: ObjectDocument; readonly documents: readonly StatedDocument[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: states } = useQuery(workflowStatesOptions);
  const rows = workflowsOf(object.name, documents);
  const all = <LinkButton href="/setup/workflows" icon={Workflow}>{t('model.automation.all')}</LinkButton>;
  if (rows.length === 0) return <EmptyState icon={Workflow} title={t('model.automation.none')} actions={all}>{t('model.automation.noneBody')}</EmptyState>;
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}><p className={styles['quiet']}>{t('model.automation.description')}</p><span className={styles['end']}>{all}</span></div>
      <SimpleTable label={t('setup.object.tab.automation')} rows={rows} rowKey={({ document }) => document.guanxi.id} columns={[
        { id: 'title', header: t('model.automation.workflow'), render: ({ name, document }) => <TextLink isPlain href={`/setup/workflows/${name}`}>{document.title}</TextLink> },
        { id: 'part', header: t('model.automation.part'), render: ({ document }) => t(document.object === object.name ? 'model.automation.startsHere' : 'model.automation.writesHere') },
        { id: 'trigger', header: t('model.automation.trigger'), render: ({ document }) => t(`model.automation.on.${Object.keys(document.trigger)[0] ?? 'created'}`) },
        {
          id: 'active', header: t('model.automation.status'), render: ({ name }) => {
            const state = states?.find((one) => one.name === name);
            return state ? <Badge tone={state.active ? 'success' : 'neutral'} hasDot>{t(state.active ? 'model.automation.isOn' : 'model.automation.isOff')}</Badge> : '–';
          },
        },
        { id: 'runs', header: t('model.automation.runs'), align: 'end', render: ({ name }) => { const state = states?.find((one) => one.name === name); return state ? format.number(state.runs) : '–'; } },
        { id: 'state', header: t('setup.objects.state'), render: ({ state }) => <StateBadge state={state} /> },
      ]} />
    </div>
  );
}
