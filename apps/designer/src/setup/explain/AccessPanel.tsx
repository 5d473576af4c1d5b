import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { ErrorState, LinkButton, SegmentedControl, Sheet, SkeletonLines } from '../../ui/index.js';
import { AccessTrace } from './AccessTrace.js';
import { explanationOptions, type AccessDeed } from './explain-queries.js';
import { explainHref } from './explain-href.js';
import { SeerList } from './SeerList.js';
import styles from './Explain.module.css';

type View = 'seers' | 'READ' | 'EDIT' | 'DELETE';

interface AccessPanelProps {
  readonly object: string;
  readonly recordId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Who can see a record and why, and why somebody themselves can or cannot read, edit or delete it. */
export function AccessPanel({ object, recordId, name, onClose }: AccessPanelProps) {
  const { t } = useTranslation();
  const { user, setupAreas } = useSession();
  const [view, setView] = useState<View>('seers');
  const isOpen = setupAreas.includes('access');
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('explain.access')} description={name}
      footer={isOpen ? <LinkButton href={explainHref({ object, record: recordId })}>{t('explain.others')}</LinkButton> : undefined}>
      <div className={styles['panel']}>
        <SegmentedControl label={t('explain.access')} value={view} onChange={setView}
          segments={[{ value: 'seers', label: t('explain.whoSees') }, ...(['READ', 'EDIT', 'DELETE'] as const).map((deed) => ({ value: deed, label: t(`explain.mine.${deed}`) }))]} />
        {view === 'seers' ? <SeerList object={object} recordId={recordId} /> : <OwnAnswer userId={user.id} object={object} recordId={recordId} deed={view} />}
      </div>
    </Sheet>
  );
}

function OwnAnswer(question: { readonly userId: string; readonly object: string; readonly recordId: string; readonly deed: AccessDeed }) {
  const { data, isPending, error, refetch } = useQuery(explanationOptions(question));
  if (isPending) return <SkeletonLines count={5} />;
  if (error) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  return <AccessTrace explanation={data} />;
}
