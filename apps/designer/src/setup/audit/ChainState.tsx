import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, CodeText, CopyButton, ErrorState, Notice } from '../../ui/index.js';
import { verifyTrail, type TrailState } from './audit-query.js';
import styles from './Audit.module.css';

/** Whether the chain of the trail is whole, worked out when somebody asks. */
export function ChainState() {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: verifyTrail });
  return (
    <section className={styles['chain']} aria-label={t('trail.chain')}>
      <p className={styles['chainText']}>{t('trail.chainHelp')}</p>
      <Button icon={ShieldCheck} isPending={isPending} onPress={() => mutate()}>{t('trail.verify')}</Button>
      <div className={styles['chainResult']} role="status">
        {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => mutate()} />}
        {data?.map((state) => <VerifiedChain key={state.chain} state={state} />)}
      </div>
    </section>
  );
}

function VerifiedChain({ state: { entries, seq, hash, brokenAt, fault, removedUpTo } }: { readonly state: TrailState }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (brokenAt !== null) return <Notice tone="danger" title={t('trail.broken', { seq: brokenAt })}>{t(`trail.faults.${fault ?? 'changed'}`)} {t('trail.wholeBefore', { count: entries, number: format.number(entries) })}</Notice>;
  return (
    <Notice tone="success" title={t('trail.whole', { count: entries, number: format.number(entries) })}>
      {removedUpTo !== null && <>{t('trail.removed', { seq: removedUpTo })} </>}{t('trail.last', { seq })} <CodeText>{hash}</CodeText> <CopyButton text={`${seq} ${hash}`} />
    </Notice>
  );
}
