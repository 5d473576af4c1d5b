import type { NavigationEntry } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, TextField } from '../../ui/index.js';
import { TranslatedText } from '../form/TranslatedText.js';
import styles from './Navigation.module.css';

type TitledEntry = Exclude<NavigationEntry, string>;

interface EntryDialogProps {
  readonly entry: TitledEntry;
  readonly onSave: (entry: TitledEntry) => void;
  readonly onClose: () => void;
}

/** A group of the navigation, or a link out of it. */
export function EntryDialog({ entry, onSave, onClose }: EntryDialogProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState(entry);
  const url = 'url' in edited ? edited.url : undefined;
  const isWrongAddress = url !== undefined && !/^https?:\/\/\S+\.\S+|^\//.test(url);
  const { titles, ...rest } = edited;
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t(url === undefined ? 'interface.navigation.group' : 'interface.navigation.link')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={edited.title.trim() === '' || isWrongAddress} onPress={() => onSave({ ...rest, ...(titles && Object.keys(titles).length > 0 && { titles }) } as TitledEntry)}>{t('interface.navigation.done')}</Button></>}>
      <div className={styles['stack']}>
        <TranslatedText label={t('interface.navigation.title')} isRequired autoFocus value={{ text: edited.title, titles: titles ?? {} }} onChange={(next) => setEdited({ ...edited, title: next.text, titles: next.titles })} />
        {url !== undefined && <TextField label={t('interface.navigation.address')} type="url" isRequired value={url} onChange={(next) => setEdited({ ...edited, url: next } as TitledEntry)} help={t('interface.navigation.addressHelp')} />}
      </div>
    </Dialog>
  );
}
