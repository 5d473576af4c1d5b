import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, type Problem } from '../../api/index.js';
import { Button, EmptyState, ErrorState, ErrorSummary, Notice, ProgressBar, Sheet, SkeletonLines, TextField, type FormErrorEntry } from '../../ui/index.js';
import { draftedDocuments, planOptions } from '../documents/setup-queries.js';
import { AccessChangeReview } from '../explain/AccessChangeReview.js';
import { touchesAccess } from '../explain/touches-access.js';
import { ChangeGroupList } from './ChangeGroupList.js';
import { DraftedDocuments, keyOfDraft } from './DraftedDocuments.js';
import { problemAddress } from './problem-address.js';
import { usePublishing } from './use-publishing.js';

/** What publishing would do, counted on the records as they are; nothing is published before every loss is agreed to. */
export function PublishDrawer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>{isOpen && <OpenDrawer title={t('setup.publish.title')} onClose={onClose} />}</>
  );
}

function OpenDrawer({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: plan, isPending, isFetching, error, refetch } = useQuery(planOptions);
  const [consents, setConsents] = useState<ReadonlySet<string>>(new Set());
  const { publish, isPublishing, problems, isStale } = usePublishing(onClose);
  const [note, setNote] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { data: documents = [] } = useQuery(draftedDocuments);
  const taken = documents.filter((one) => one.state !== 'PUBLISHED' && !left.has(keyOfDraft(one))).map(({ kind, name }) => ({ kind, name }));
  const leave = (key: string, isLeft: boolean) => setLeft((before) => new Set(isLeft ? [...before, key] : [...before].filter((one) => one !== key)));
  const { setupAreas } = useSession();
  const mayAsk = setupAreas.includes('access') || setupAreas.includes('people');
  // The numbers may be minutes old when the drawer is opened.
  useEffect(() => { void refetch(); }, [refetch]);

  /** A problem with the way to the page that mends it. */
  const told = ({ path, message, hint }: Problem): FormErrorEntry => {
    const href = problemAddress(path);
    return { message: hint ? `${message} ${hint}` : message, ...(href !== null && { onChoose: () => { onClose(); void navigate({ href }); } }) };
  };
  const changes = plan?.changes ?? [];
  const blocking = changes.filter((change) => change.blocking).length;
  const unanswered = changes.filter(({ risk, id, blocking: isBlocked }) => risk === 'DESTROYING' && !isBlocked && !consents.has(id)).length;
  // What is left out may be what stands in the way: then the server says what is still missing.
  const isPublishable = plan !== undefined && taken.length > 0 && plan.problems.length === 0 && (left.size > 0 || (blocking === 0 && unanswered === 0));
  const toggle = (id: string, isAgreed: boolean) => setConsents((before) => new Set(isAgreed ? [...before, id] : [...before].filter((one) => one !== id)));

  return (
    <Sheet isOpen onOpenChange={(open) => { if (!open && !isPublishing) onClose(); }} title={title} description={t('setup.publish.explain')} size="large" isGuarded={isPublishing}
      footer={(
        <>
          {blocking > 0 && <Button isPending={isFetching} onPress={() => void refetch()}>{t('setup.publish.lookAgain')}</Button>}
          <Button onPress={onClose} isDisabled={isPublishing}>{t('ui.close')}</Button>
          <Button variant={changes.some(({ risk }) => risk === 'DESTROYING') ? 'danger' : 'primary'} isDisabled={!isPublishable} isPending={isPublishing}
            onPress={() => { if (plan) void publish(plan, [...consents], { only: left.size > 0 ? taken : undefined, note }); }}>
            {left.size > 0 ? t('platform.draft.publishChosen', { count: taken.length }) : t('setup.publish.publishCount', { count: changes.length })}
          </Button>
        </>
      )}>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {isPublishing && <ProgressBar label={t('setup.publish.running')} />}
      {isStale && <Notice tone="warning" title={t('setup.publish.staleTitle')} isAnnounced>{t('setup.publish.staleBody')}</Notice>}
      {problems.length > 0 && <ErrorSummary title={t('setup.publish.refused')} entries={problems.map(told)} />}
      {plan && plan.problems.length > 0 && (
        <ErrorSummary title={t('setup.publish.draftBroken')} entries={plan.problems.map(told)} />
      )}
      {plan && plan.problems.length === 0 && changes.length === 0 && (
        <EmptyState icon={CircleCheckBig} title={t('setup.publish.nothing')}>{t('setup.publish.nothingBody')}</EmptyState>
      )}
      <DraftedDocuments left={left} onLeave={leave} isDisabled={isPublishing} />
      {changes.length > 0 && <TextField label={t('setup.publish.note')} help={t('setup.publish.noteHelp')} value={note} maxLength={500} isDisabled={isPublishing} onChange={setNote} />}
      {changes.length > 0 && <ChangeGroupList changes={changes} consents={consents} onConsent={toggle} isDisabled={isPublishing} />}
      {mayAsk && plan?.problems.length === 0 && documents.some(touchesAccess) && <AccessChangeReview planned={{ draft: true }} />}
      {unanswered > 0 && blocking === 0 && <p role="status">{t('setup.publish.unanswered', { count: unanswered })}</p>}
    </Sheet>
  );
}
