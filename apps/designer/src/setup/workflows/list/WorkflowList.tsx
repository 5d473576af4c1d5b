import type { ObjectDescription } from '@guanxi/metadata';
import { CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, SegmentedControl } from '../../../ui/index.js';
import { useItemKeys } from '../../../workspace/bin/use-item-keys.js';
import type { WorkflowRow } from './list-workflows.js';
import { WorkflowTable } from './WorkflowTable.js';
import styles from './List.module.css';

type Shown = 'all' | 'failing' | 'paused';

const picks: Readonly<Record<Shown, (row: WorkflowRow) => boolean>> = {
  all: () => true,
  failing: ({ state }) => state !== null && state.failed > 0,
  paused: ({ state }) => state !== null && state.pausedAt !== null,
};

/** The workflows, or those that need somebody. J and K walk through them. */
export function WorkflowList({ rows, objects }: { readonly rows: readonly WorkflowRow[]; readonly objects: readonly ObjectDescription[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const picked = rows.filter(picks[shown]);
  return (
    <div className={styles['stack']} ref={place}>
      <div>
        <SegmentedControl label={t('care.list.show')} value={shown} onChange={setShown} segments={[
          { value: 'all', label: t('ui.all') }, { value: 'failing', label: t('care.list.failing') }, { value: 'paused', label: t('care.list.paused') },
        ]} />
      </div>
      {picked.length === 0 ? <EmptyState icon={CircleCheck} title={t(shown === 'paused' ? 'care.list.nonePaused' : 'care.list.noneFailing')} /> : <WorkflowTable rows={picked} objects={objects} />}
    </div>
  );
}
