import type { ObjectDescription } from '@guanxi/metadata';
import { CircleCheck, Folder } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, SegmentedControl } from '../../../ui/index.js';
import { useItemKeys } from '../../../workspace/bin/use-item-keys.js';
import { groupByFolder, type WorkflowRow } from './list-workflows.js';
import { WorkflowTable } from './WorkflowTable.js';
import styles from './List.module.css';

type Shown = 'all' | 'failing' | 'paused';

const picks: Readonly<Record<Shown, (row: WorkflowRow) => boolean>> = {
  all: () => true,
  failing: ({ state }) => state !== null && state.failed > 0,
  paused: ({ state }) => state !== null && state.pausedAt !== null,
};

/** The workflows by their folders, or those that need somebody. J and K walk through them. */
export function WorkflowList({ rows, objects }: { readonly rows: readonly WorkflowRow[]; readonly objects: readonly ObjectDescription[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const groups = groupByFolder(rows.filter(picks[shown]));
  const taken = rows.map(({ workflow }) => workflow.name);
  const hasFolders = groups.some(({ folder }) => folder !== null);
  return (
    <div className={styles['stack']} ref={place}>
      <div>
        <SegmentedControl label={t('care.list.show')} value={shown} onChange={setShown} segments={[
          { value: 'all', label: t('ui.all') }, { value: 'failing', label: t('care.list.failing') }, { value: 'paused', label: t('care.list.paused') },
        ]} />
      </div>
      {groups.length === 0 && <EmptyState icon={CircleCheck} title={t(shown === 'paused' ? 'care.list.nonePaused' : 'care.list.noneFailing')} />}
      {groups.map(({ folder, rows: own }) => {
        const label = folder ?? t(hasFolders ? 'automation.list.noFolder' : 'shell.setupNav.workflows');
        return (
          <section key={folder ?? ''} className={styles['folder']}>
            {hasFolders && <h2>{folder !== null && <Folder size={14} aria-hidden />}{label}</h2>}
            <WorkflowTable label={label} rows={own} taken={taken} objects={objects} />
          </section>
        );
      })}
    </div>
  );
}
