import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button.js';
import { TextField } from './TextField.js';
import styles from './RichTextField.module.css';

export interface LinkFormProps {
  readonly address: string;
  /** The address to link to, "" to take the link away, null for neither. */
  readonly onDone: (address: string | null) => void;
}

/** Asks where the chosen words lead to. */
export function LinkForm({ address, onDone }: LinkFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(address === '' ? 'https://' : address);
  const wanted = text.trim();
  const isAddress = /^(https?:\/\/[^/\s]\S*|mailto:\S+@\S+)$/i.test(wanted);
  const apply = () => { if (isAddress) onDone(wanted); };
  return (
    <div className={styles['link']} role="group" aria-label={t('ui.richText.link')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') { event.preventDefault(); event.stopPropagation(); apply(); }
        if (event.key === 'Escape') { event.stopPropagation(); onDone(null); }
      }}>
      <TextField label={t('ui.richText.address')} hideLabel type="url" autoFocus value={text} onChange={setText} />
      <Button variant="secondary" isDisabled={!isAddress} onPress={apply}>{t('ui.richText.apply')}</Button>
      {address !== '' && <Button variant="quiet" onPress={() => onDone('')}>{t('ui.richText.unlink')}</Button>}
    </div>
  );
}
