import { Network, UsersRound, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Avatar, Badge, Button, IconButton, showToast } from '../../ui/index.js';
import { useEndShare, useShareRecord, type RecordKey, type RecordShare, type RecordSharing } from './share-queries.js';
import styles from './Share.module.css';

/** The owner, those it is shared with by hand, and the shares that are over. */
export function ShareList({ record, sharing }: { readonly record: RecordKey; readonly sharing: RecordSharing }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const end = useEndShare(record);
  const share = useShareRecord(record);
  const [seesEnded, setSeesEnded] = useState(false);
  const stop = (one: RecordShare) => end.mutate(one.id, {
    onSuccess: () => showToast({
      message: t('sharing.record.stopped', { name: one.with.name }),
      ...(sharing.mayShare && { onUndo: () => share.mutate({ with: [{ kind: one.with.kind, id: one.with.id }], access: one.access, until: one.until, reason: one.reason }) }),
    }),
    onError: (failure) => showToast({ message: failure.message, tone: 'danger' }),
  });
  return (
    <section className={styles['stack']} aria-label={t('sharing.record.list')}>
      <ul className={styles['list']}>
        {sharing.owner && <li className={styles['line']}><Avatar name={sharing.owner.name} size="small" /><span className={styles['who']}><span className={styles['name']}>{sharing.owner.name}</span></span><Badge>{t('sharing.record.owner')}</Badge></li>}
        {sharing.shares.map((one) => (
          <ShareLine key={one.id} share={one} action={(sharing.mayShare || (one.with.kind === 'USER' && one.with.id === user.id)) && <IconButton size="small" icon={X} label={t('sharing.record.stop', { name: one.with.name })} isDisabled={end.isPending} onPress={() => stop(one)} />} />
        ))}
      </ul>
      {sharing.shares.length === 0 && <p className={styles['quiet']}>{t('sharing.record.none')}</p>}
      {sharing.ended.length > 0 && (
        <>
          <span><Button size="small" variant="quiet" aria-expanded={seesEnded} onPress={() => setSeesEnded(!seesEnded)}>{t(seesEnded ? 'sharing.record.hideEnded' : 'sharing.record.showEnded', { count: sharing.ended.length })}</Button></span>
          {seesEnded && <ul className={styles['list']}>{sharing.ended.map((one) => <ShareLine key={`${one.id}-${one.endedAt}`} share={one} isOver />)}</ul>}
        </>
      )}
    </section>
  );
}

function ShareLine({ share, action, isOver = false }: { readonly share: RecordShare; readonly action?: ReactNode; readonly isOver?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { with: party, access, until, reason, by, end, endedAt, endedBy } = share;
  const facts = [
    by && t('sharing.record.by', { name: by.name }),
    until !== null && !isOver && t('sharing.record.endsAt', { at: format.dateTime(until) }),
    end === 'EXPIRED' && t('sharing.record.expired', { at: format.dateTime(endedAt ?? '') }),
    end === 'ENDED' && t('sharing.record.endedBy', { at: format.dateTime(endedAt ?? ''), name: endedBy?.name ?? '' }),
    reason,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <li className={`${styles['line'] ?? ''} ${isOver ? styles['over'] ?? '' : ''}`}>
      {party.kind === 'USER' ? <Avatar name={party.name} size="small" /> : <span className={styles['sign']}>{party.kind === 'TEAM' ? <UsersRound size={14} aria-hidden /> : <Network size={14} aria-hidden />}</span>}
      <span className={styles['who']}><span className={styles['name']}>{party.name}</span><span className={styles['facts']}>{facts.join(' · ')}</span></span>
      <Badge tone={access === 'EDIT' && !isOver ? 'warning' : 'neutral'}>{t(`sharing.access.${access === 'EDIT' ? 'edit' : 'read'}`)}</Badge>
      {action}
    </li>
  );
}
