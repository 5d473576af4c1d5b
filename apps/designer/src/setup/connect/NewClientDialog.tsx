import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, MultiSelect, Notice, Select, TextField } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { ClientPlaceFields, type ClientPlace } from './ClientPlaceFields.js';
import { useCreateClient } from './clients-queries.js';
import { SecretDialog } from './SecretDialog.js';
import styles from '../form/Form.module.css';

const expiries = ['30', '90', '365', 'never'] as const;
const day = 86_400_000;

/** Makes a client, then shows its secret this one time. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [sets, setSets] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<ClientPlace>({ role: null, teams: [] });
  const [expiry, setExpiry] = useState('365');
  const [wasTried, setTried] = useState(false);
  const { data: known = [] } = useQuery(permissionSetsOptions);
  const { mutate, data: made, isPending, error } = useCreateClient();
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || sets.length === 0) return;
    mutate({ name: name.trim(), permissionSets: sets, ...place, expiresAt: expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * day).toISOString() });
  };
  if (made) return <SecretDialog title={t('factors.clients.secretTitle')} body={t('factors.clients.secretBody', { id: made.client.id })} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('factors.clients.new')} description={t('factors.clients.noneBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={submit}>{t('factors.clients.new')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <TextField label={t('factors.clients.name')} help={t('factors.clients.nameHelp')} isRequired autoFocus value={name} onChange={setName} maxLength={100} placeholder={t('factors.clients.nameExample')} error={wasTried && name.trim() === '' ? t('setup.keys.nameMissing') : null} />
        <MultiSelect label={t('connect.keys.sets')} isRequired value={sets} onChange={setSets} choices={known.map((set) => ({ value: set.name, label: set.title }))} error={wasTried && sets.length === 0 ? t('factors.clients.setsMissing') : null} />
        <ClientPlaceFields place={place} onChange={setPlace} />
        <Select label={t('setup.keys.expires')} value={expiry} onChange={(next) => setExpiry(next ?? '365')} choices={expiries.map((value) => ({ value, label: t(`setup.keys.expiry.${value}`) }))} />
      </form>
    </Dialog>
  );
}
