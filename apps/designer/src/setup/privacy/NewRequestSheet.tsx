import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DateField, Notice, RadioGroup, SearchField, Sheet, SkeletonLines } from '../../ui/index.js';
import { findPeopleOptions, useOpenRequest, type FoundPerson, type PrivacyRequest, type RequestKind } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

const SHORTEST = 2;

/** Who asks, for what, and since when. The person is looked for first, so that the request is about a record and keeps no name. */
export function NewRequestSheet({ about, onClose, onOpened }: { /** Whom it is about, where that is known already. */ readonly about?: Pick<FoundPerson, 'object' | 'id' | 'name'>; readonly onClose: () => void; readonly onOpened: (request: PrivacyRequest) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const [text, setText] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [kind, setKind] = useState<RequestKind>('ACCESS');
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const wanted = text.trim();
  const isLooking = [...wanted].length >= SHORTEST;
  const { data: found, error, isFetching } = useQuery({ ...findPeopleOptions(wanted), enabled: isLooking, placeholderData: keepPreviousData });
  const { mutate, isPending, error: refused } = useOpenRequest();
  const people = isLooking ? (found ?? []) : [];
  const chosen = about ?? people.find((one) => keyOf(one) === person);
  const submit = () => { if (chosen && receivedOn !== null && !isPending) mutate({ kind, object: chosen.object, recordId: chosen.id, receivedOn }, { onSuccess: onOpened }); };
  const describe = ({ object, fields, deleted }: FoundPerson) => [names.object(object), ...fields.map((field) => names.field(object, field)), ...(deleted ? [t('privacy.inBin')] : [])].join(' · ');
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('privacy.new')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!chosen || receivedOn === null} isPending={isPending} onPress={submit}>{t('privacy.open')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {refused && <Notice tone="danger" isAnnounced>{refused.message}</Notice>}
        {about ? <p className={styles['words']}><strong>{about.name || t('privacy.nameless', { id: about.id.slice(0, 8) })}</strong> · {names.object(about.object)}</p> : <div className={styles['find']}>
          <p className={styles['words']}>{t('privacy.findBody')}</p>
          <SearchField label={t('privacy.find')} value={text} onChange={setText} autoFocus />
          {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
          {isLooking && found === undefined && isFetching && <SkeletonLines count={2} />}
          {isLooking && found?.length === 0 && !isFetching && <p className={styles['quiet']} role="status">{t('privacy.notFound', { text: wanted })}</p>}
          {people.length > 0 && <RadioGroup label={t('privacy.who')} value={chosen ? person : null} onChange={setPerson} choices={people.map((one) => ({ value: keyOf(one), label: one.name || t('privacy.nameless', { id: one.id.slice(0, 8) }), description: describe(one) }))} />}
        </div>}
        <RadioGroup label={t('privacy.asks')} isRequired value={kind} onChange={(next) => setKind(next === 'ERASURE' ? 'ERASURE' : 'ACCESS')}
          choices={(['ACCESS', 'ERASURE'] as const).map((value) => ({ value, label: t(`privacy.kind.${value}`), description: t(`privacy.kindBody.${value}`) }))} />
        <DateField label={t('privacy.received')} isRequired help={t('privacy.receivedHelp')} value={receivedOn} onChange={setReceivedOn} />
      </form>
    </Sheet>
  );
}

function keyOf({ object, id }: FoundPerson): string {
  return `${object}/${id}`;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
