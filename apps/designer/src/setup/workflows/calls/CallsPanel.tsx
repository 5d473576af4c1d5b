import { useQuery } from '@tanstack/react-query';
import { ArrowDownToLine, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { AlertDialog, Button, CodeText, ErrorState, Notice, showToast, SkeletonLines } from '../../../ui/index.js';
import { SecretDialog } from '../../connect/SecretDialog.js';
import type { WorkflowDraft } from '../automation-types.js';
import { useMakeCallSecret, workflowCallsOptions, type CallDirection, type WorkflowCalls } from './call-queries.js';
import { callsIn, callsOut, secretHeadersOf } from './calls-of.js';
import { IncomingTable } from './IncomingTable.js';
import { OutgoingTable } from './OutgoingTable.js';
import { SecretHeaders } from './SecretHeaders.js';
import styles from './Calls.module.css';

/** Where calls come in for a workflow and what it sends out: address, secrets, and what came of each. */
export function CallsPanel({ workflow, isPublished }: { readonly workflow: WorkflowDraft; readonly isPublished: boolean }) {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery({ ...workflowCallsOptions(workflow.name), enabled: isPublished });
  if (!isPublished) return <Notice>{t('calls.unpublished')}</Notice>;
  if (isPending) return <SkeletonLines count={6} />;
  if (!data) return <ErrorState message={error?.message ?? ''} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  return (
    <div className={styles['panel']}>
      {callsIn(workflow) && <Side workflow={workflow.name} calls={data} direction="IN" />}
      {callsOut(workflow) && <Side workflow={workflow.name} calls={data} direction="OUT" />}
      {callsOut(workflow) && <SecretHeaders workflow={workflow.name} named={secretHeadersOf(workflow)} kept={data.secrets} />}
    </div>
  );
}

interface SideProps {
  readonly workflow: string;
  readonly calls: WorkflowCalls;
  readonly direction: CallDirection;
}

function Side({ workflow, calls, direction }: SideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const make = useMakeCallSecret(workflow);
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isIn = direction === 'IN';
  const hasSecret = isIn ? calls.address !== null : calls.signs;
  const until = isIn ? calls.incomingPreviousUntil : calls.outgoingPreviousUntil;
  const rotate = () => {
    setAsking(false);
    make.mutate(direction, { onSuccess: setSecret, onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) });
  };
  return (
    <section className={styles['side']} aria-label={t(`calls.${direction}.title`)}>
      <h2 className={styles['title']}>{t(`calls.${direction}.title`)}</h2>
      <p className={styles['words']}>{t(`calls.${direction}.body`)}</p>
      {isIn && calls.address !== null && <CodeText isBlock isCopyable>{`${location.origin}${calls.address}`}</CodeText>}
      <div className={styles['secret']}>
        <Button icon={hasSecret || !isIn ? KeyRound : ArrowDownToLine} isPending={make.isPending} onPress={() => (hasSecret ? setAsking(true) : rotate())}>{t(hasSecret ? 'calls.newSecret' : `calls.${direction}.first`)}</Button>
        {until !== null && <span className={styles['words']}>{t('calls.overlap', { when: format.dateTime(until) })}</span>}
      </div>
      {isIn ? <IncomingTable calls={calls.incoming} /> : <OutgoingTable calls={calls.outgoing} />}
      <AlertDialog tone="primary" isOpen={isAsking} onOpenChange={setAsking} title={t('calls.newSecretTitle')} confirmLabel={t('calls.newSecret')} onConfirm={rotate}>{t('calls.newSecretBody')}</AlertDialog>
      {secret !== null && <SecretDialog title={t('connect.webhooks.secretTitle')} body={t('calls.secretBody')} secret={secret} onClose={() => setSecret(null)} />}
    </section>
  );
}
