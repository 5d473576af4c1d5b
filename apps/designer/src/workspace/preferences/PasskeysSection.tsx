import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { Ellipsis, Fingerprint } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { readDevice } from '../../setup/people/device-words.js';
import { AlertDialog, Button, Dialog, IconButton, Menu, Notice, showToast, SimpleTable, TextField } from '../../ui/index.js';
import { PreferenceSection } from './PreferenceSection.js';
import { addPasskey, removePasskey, renamePasskey, type Passkey } from './security-queries.js';
import type { FactorSectionProps } from './TotpSection.js';
import { useConfirmed } from './use-confirmed.js';
import styles from './Preferences.module.css';

export function PasskeysSection({ factors: { passkeys }, onCodes }: FactorSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isPending, dialog } = useConfirmed();
  const [naming, setNaming] = useState<Passkey | 'new' | null>(null);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const add = (name: string) => run(async (password) => {
    const codes = await addPasskey(name, password);
    showToast({ message: t('factors.passkeys.added') });
    if (codes) onCodes(codes);
  });
  const take = (name: string) => {
    if (naming === 'new') add(name);
    else if (naming) run(() => renamePasskey(naming.id, name));
    setNaming(null);
  };
  return (
    <PreferenceSection title={t('factors.passkeys.title')} description={t('factors.passkeys.body')}
      actions={<Button icon={Fingerprint} isPending={isPending} isDisabled={!browserSupportsWebAuthn()} onPress={() => setNaming('new')}>{t('factors.passkeys.add')}</Button>}>
      {!browserSupportsWebAuthn() && <Notice>{t('factors.passkeys.unsupported')}</Notice>}
      {passkeys.length > 0 && (
        <SimpleTable label={t('factors.passkeys.title')} rows={passkeys} rowKey={({ id }) => id} columns={[
          { id: 'name', header: t('factors.passkeys.name'), render: ({ name, synced }) => <span className={styles['named']}>{name}{synced && <span className={styles['quiet']}>{t('factors.passkeys.synced')}</span>}</span> },
          { id: 'made', header: t('setup.keys.created'), render: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.relative(createdAt)}</span> },
          { id: 'used', header: t('setup.keys.lastUsed'), render: ({ lastUsedAt, lastUsedAddress }) => (lastUsedAt === null ? t('setup.keys.unused') : <span className={styles['named']}><span title={format.dateTime(lastUsedAt)}>{format.relative(lastUsedAt)}</span>{lastUsedAddress !== null && <span className={styles['quiet']}>{lastUsedAddress}</span>}</span>) },
          { id: 'actions', header: '', align: 'end', render: (passkey) => (
            <Menu label={t('connect.actionsOf', { name: passkey.name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('connect.actionsOf', { name: passkey.name })} />} groups={[
              { id: 'work', items: [{ id: 'rename', label: t('factors.passkeys.rename'), onAction: () => setNaming(passkey) }] },
              { id: 'end', items: [{ id: 'remove', label: t('factors.remove'), tone: 'danger', onAction: () => setRemoving(passkey) }] },
            ]} />
          ) },
        ]} />
      )}
      {naming && <NameDialog start={naming === 'new' ? t('factors.passkeys.nameOn', { device: readDevice(navigator.userAgent).system ?? '' }) : naming.name} title={naming === 'new' ? t('factors.passkeys.add') : t('factors.passkeys.rename')} onClose={() => setNaming(null)} onName={take} />}
      <AlertDialog isOpen={removing !== null} onOpenChange={() => setRemoving(null)} title={t('factors.passkeys.removeTitle', { name: removing?.name ?? '' })} confirmLabel={t('factors.remove')} isPending={isPending}
        onConfirm={() => { const { id = '' } = removing ?? {}; setRemoving(null); run(async (password) => { await removePasskey(id, password); showToast({ message: t('factors.removed') }); }); }}>
        {t('factors.passkeys.removeBody')}
      </AlertDialog>
      {dialog}
    </PreferenceSection>
  );
}

function NameDialog({ title, start, onClose, onName }: { readonly title: string; readonly start: string; readonly onClose: () => void; readonly onName: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(start.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={title} footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={name.trim() === ''} onPress={() => onName(name.trim())}>{t('factors.continue')}</Button></>}>
      <form className={styles['stack']} onSubmit={submit} noValidate>
        <TextField label={t('factors.passkeys.name')} help={t('factors.passkeys.nameHelp')} autoFocus maxLength={100} value={name} onChange={setName} />
      </form>
    </Dialog>
  );
}
