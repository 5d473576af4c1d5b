import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, MultiSelect, Notice, RadioGroup, Select, TextField } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { useCreateApiKey } from './keys-queries.js';
import { SecretDialog } from './SecretDialog.js';
import styles from '../form/Form.module.css';

const expiries = ['30', '90', '365', 'never'] as const;
const day = 86_400_000;

/** Makes a key, then shows it this one time. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [expiry, setExpiry] = useState('90');
  const [isLimited, setLimited] = useState(false);
  const [sets, setSets] = useState<readonly string[]>([]);
  const [wasTried, setTried] = useState(false);
  const { data: known = [] } = useQuery(permissionSetsOptions);
  const { mutate, data: key, isPending, error } = useCreateApiKey();
  const isWhole = name.trim() !== '' && (!isLimited || sets.length > 0);
  const submit = () => {
    setTried(true);
    if (isWhole) mutate({ name: name.trim(), permissionSets: isLimited ? sets : null, expiresAt: expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * day).toISOString() });
  };
  if (key !== undefined) return <SecretDialog title={t('setup.keys.onceTitle')} body={t('setup.keys.onceBody')} secret={key} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('setup.keys.new')} footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={submit}>{t('setup.keys.new')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <TextField label={t('setup.keys.name')} isRequired autoFocus value={name} onChange={setName} maxLength={100} placeholder={t('setup.keys.nameExample')} error={wasTried && name.trim() === '' ? t('setup.keys.nameMissing') : null} />
        <RadioGroup label={t('connect.keys.rights')} value={isLimited ? 'some' : 'all'} onChange={(next) => setLimited(next === 'some')} choices={[
          { value: 'all', label: t('connect.keys.allRights'), description: t('connect.keys.allRightsBody') },
          { value: 'some', label: t('connect.keys.someRights'), description: t('connect.keys.someRightsBody') },
        ]} />
        {isLimited && <MultiSelect label={t('connect.keys.sets')} isRequired value={sets} onChange={setSets} choices={known.map((set) => ({ value: set.name, label: set.title }))} error={wasTried && sets.length === 0 ? t('connect.keys.setsMissing') : null} />}
        <Select label={t('setup.keys.expires')} value={expiry} onChange={(next) => setExpiry(next ?? '90')} choices={expiries.map((value) => ({ value, label: t(`setup.keys.expiry.${value}`) }))} />
      </form>
    </Dialog>
  );
}
