import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, Button, showToast, useShortcut } from '../../ui/index.js';
import { draftedDocuments, planOptions } from '../documents/setup-queries.js';
import { useDiscardDraft } from '../documents/use-draft-edits.js';
import { isHarmless } from './group-changes.js';
import { PublishDrawer } from './PublishDrawer.js';
import { usePublishing } from './use-publishing.js';
import styles from './Publish.module.css';

/** Over every page of Setup while the draft differs from what is published. */
export function DraftBar() {
  const { t } = useTranslation();
  const documents = useQuery(draftedDocuments);
  const hasDraft = documents.data?.some(({ state }) => state !== 'PUBLISHED') ?? false;
  const plan = useQuery({ ...planOptions, enabled: hasDraft });
  const [isReviewing, setReviewing] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const discard = useDiscardDraft();
  const { publish, isPublishing } = usePublishing(() => setReviewing(false));
  useShortcut({ keys: 'mod+shift+p', label: t('setup.publish.shortcut'), section: t('shell.setup'), isDisabled: !hasDraft, run: () => setReviewing(true) });
  if (!hasDraft && !isReviewing) return null;

  const changes = plan.data?.changes ?? [];
  const isReady = plan.data !== undefined && changes.length > 0 && plan.data.problems.length === 0;
  const publishOrReview = async () => {
    if (!plan.data || !isReady || !changes.every(isHarmless) || !await publish(plan.data, [])) setReviewing(true);
  };
  return (
    <>
      {hasDraft && (
        <section className={styles['bar']} aria-label={t('setup.publish.draft')}>
          <span className={styles['pulse']} aria-hidden />
          <p className={styles['words']} role="status">
            {plan.isPending ? t('setup.publish.counting') : changes.length > 0 ? t('setup.publish.unpublished', { count: changes.length }) : t('setup.publish.draftDiffers')}
          </p>
          <Button size="small" variant="quiet" onPress={() => setDiscarding(true)}>{t('setup.publish.discard')}</Button>
          <Button size="small" onPress={() => setReviewing(true)}>{t('setup.publish.review')}</Button>
          <Button size="small" variant="primary" isPending={isPublishing} isDisabled={plan.isPending} onPress={() => void publishOrReview()}>{t('setup.publish.publish')}</Button>
        </section>
      )}
      <PublishDrawer isOpen={isReviewing} onClose={() => setReviewing(false)} />
      <AlertDialog isOpen={isDiscarding} onOpenChange={setDiscarding} title={t('setup.publish.discardTitle', { count: changes.length })} confirmLabel={t('setup.publish.discardConfirm')} isPending={discard.isPending}
        onConfirm={() => discard.mutate(undefined, {
          onSuccess: () => { setDiscarding(false); showToast({ message: t('setup.publish.discarded') }); },
          onError: (error) => showToast({ message: error.message, tone: 'danger' }),
        })}>
        {t('setup.publish.discardBody')}
      </AlertDialog>
    </>
  );
}
