import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorState, ErrorSummary, RadioGroup, Sheet, showToast, SkeletonLines } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { useMergeChoices } from '../merge/use-merge-choices.js';
import { ChangeGroupList } from '../publish/ChangeGroupList.js';
import { removalPlanOptions, useRemoveApp, type InstalledApp } from './apps-queries.js';
import styles from './Apps.module.css';

/** Asks what becomes of the records, and says what goes, before an app is removed. */
export function RemoveAppSheet({ app, onClose }: { readonly app: InstalledApp; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [keeps, setKeeps] = useState('keep');
  const { data: plan, isPending, error, refetch } = useQuery(removalPlanOptions(app.name, keeps === 'keep'));
  const { consents, consent, isReady } = useMergeChoices();
  const { mutateAsync: remove, isPending: isRemoving } = useRemoveApp();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const broken = [...(plan?.problems ?? []), ...problems];

  const run = async () => {
    const answer = await remove({ name: app.name, keepRecords: keeps === 'keep', consents: [...consents] }).catch((failure: Error) => ({ revision: null, problems: [{ path: '', code: 'failed', message: failure.message }] }));
    setProblems(answer.problems);
    if (answer.revision === null) return;
    showToast({ message: t('platform.apps.removed', { name: app.title }), tone: 'success' });
    onClose();
  };
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen && !isRemoving) onClose(); }} size="large" isGuarded={isRemoving} title={t('platform.apps.removeTitle', { name: app.title })}
      footer={(
        <>
          <Button onPress={onClose} isDisabled={isRemoving}>{t('ui.cancel')}</Button>
          <Button variant="danger" isPending={isRemoving} isDisabled={!plan || !isReady({ plan, changes: [], conflicts: [] })} onPress={() => void run()}>{t('platform.apps.remove')}</Button>
        </>
      )}>
      <div className={styles['stack']}>
        <RadioGroup label={t('platform.apps.records')} isCards value={keeps} onChange={setKeeps} choices={[
          { value: 'keep', label: t('platform.apps.keep'), description: t('platform.apps.keepBody') },
          { value: 'remove', label: t('platform.apps.removeAll'), description: t('platform.apps.removeAllBody') },
        ]} />
        {isPending && <SkeletonLines count={6} />}
        {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {broken.length > 0 && <ErrorSummary title={t('platform.apps.refusedRemoval')} entries={broken.map((problem) => ({ message: sayProblem(problem) }))} />}
        {plan && <div><ChangeGroupList changes={plan.changes} consents={consents} onConsent={consent} isDisabled={isRemoving} /></div>}
      </div>
    </Sheet>
  );
}
