import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, Dialog, Notice, showToast } from '../../ui/index.js';
import { ClientPlaceFields, type ClientPlace } from './ClientPlaceFields.js';
import { usePlaceClient, type OauthClient } from './clients-queries.js';
import styles from '../form/Form.module.css';

/** Puts a client somewhere else in the org. */
export function PlaceClientDialog({ client, onClose }: { readonly client: OauthClient; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<ClientPlace>({ role: client.role, teams: client.teams });
  const { mutate, isPending, error } = usePlaceClient();
  const submit = () => mutate({ id: client.id, ...place }, { onSuccess: () => { showToast({ message: t('sharing.place.saved', { name: client.name }), tone: 'success' }); onClose(); } });
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('factors.clients.placeTitle', { name: client.name })} description={t('factors.clients.placeBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={submit}>{t('ui.save')}</Button></>}>
      <div className={styles['stack']}>
        {error && <Notice tone="danger" isAnnounced>{error instanceof ApiError && error.problems[0] ? error.problems[0].message : error.message}</Notice>}
        <ClientPlaceFields place={place} onChange={setPlace} />
      </div>
    </Dialog>
  );
}
