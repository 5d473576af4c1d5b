import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, ComboBox, DateTimeField, IconButton, Notice, Select, showToast, TextField } from '../../ui/index.js';
import { useShareRecord, type PartyKey, type RecordKey, type RecordShare, type ShareAccess } from './share-queries.js';
import { partyText, usePartyChoices } from './use-party-choices.js';
import styles from './Share.module.css';

interface NewShareFormProps {
  readonly record: RecordKey;
  readonly ownerId: string | null;
  readonly shares: readonly RecordShare[];
}

/** With whom, for what, until when and why. */
export function NewShareForm({ record, ownerId, shares }: NewShareFormProps) {
  const { t } = useTranslation();
  const share = useShareRecord(record);
  const [parties, setParties] = useState<readonly PartyKey[]>([]);
  const [access, setAccess] = useState<ShareAccess>('READ');
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const choices = usePartyChoices(ownerId);
  const chosen = parties.map((party) => choices.find(({ value }) => value === partyText(party))).filter((choice) => choice !== undefined);
  const again = chosen.filter(({ value }) => shares.some((one) => partyText(one.with) === value));
  const submit = () => {
    setRefusal(null);
    share.mutate({ with: parties, access, until, reason: reason.trim() || null }, {
      onSuccess: () => {
        setParties([]);
        setReason('');
        setUntil(null);
        showToast({ message: t('sharing.record.shared', { people: chosen.map(({ label }) => label).join(t('people.and')) }), tone: 'success' });
      },
      onError: (failure) => setRefusal(failure instanceof ApiError && failure.problems[0] ? failure.problems[0].message : failure.message),
    });
  };
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <ComboBox label={t('sharing.record.with')} placeholder={t('sharing.record.withPlaceholder')} value={null} choices={choices.filter(({ value }) => !parties.some((party) => partyText(party) === value))}
        onChange={(value) => { const found = choices.find((choice) => choice.value === value); if (found) setParties((before) => [...before, found.key]); }} />
      {chosen.length > 0 && (
        <ul className={styles['chosen']}>
          {chosen.map(({ value, label, key, icon: Icon }) => (
            <li key={value} className={styles['chip']}><Icon size={13} aria-hidden /><span>{label}</span><IconButton size="small" icon={X} label={t('sharing.grantee.take', { name: label })} onPress={() => setParties((before) => before.filter((one) => partyText(one) !== partyText(key)))} /></li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <>
          <div className={styles['pair']}>
            <Select label={t('sharing.rules.access')} value={access} onChange={(value) => setAccess((value ?? 'READ') as ShareAccess)} choices={[{ value: 'READ', label: t('sharing.access.read') }, { value: 'EDIT', label: t('sharing.access.edit') }]} />
            <DateTimeField label={t('sharing.record.until')} value={until} onChange={setUntil} />
          </div>
          <TextField label={t('sharing.record.reason')} value={reason} maxLength={500} onChange={setReason} help={t('sharing.record.reasonHelp')} />
          {again.length > 0 && <p className={styles['quiet']}>{t('sharing.record.again', { people: again.map(({ label }) => label).join(t('people.and')) })}</p>}
          <span><Button type="submit" variant="primary" isPending={share.isPending}>{t('sharing.record.share')}</Button></span>
        </>
      )}
    </form>
  );
}
