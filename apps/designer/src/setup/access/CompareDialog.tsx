import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Select } from '../../ui/index.js';
import { differencesOfSets } from './describe-differences.js';
import { DifferenceList } from './DifferenceList.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

/** What another permission set grants otherwise. */
export function CompareDialog({ left: name, onClose }: { readonly left: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { sets, objects, say } = useAccessDocuments();
  const left = sets.find((one) => one.name === name);
  const others = sets.filter((one) => one.name !== name);
  const [chosen, setChosen] = useState(others[0]?.name ?? null);
  const right = others.find((one) => one.name === chosen);
  if (!left || !right) return null;
  const differences = differencesOfSets(left, right);
  return (
    <Dialog isOpen onOpenChange={onClose} size="large" title={t('access.list.compareTitle', { left: say(left), right: say(right) })}>
      <Select label={t('access.list.other')} choices={others.map((one) => ({ value: one.name, label: say(one) }))} value={chosen} onChange={setChosen} />
      {differences.length === 0 ? <p className={styles['quiet']}>{t('access.list.compareSame')}</p> : <DifferenceList differences={differences} objectTitle={(one) => objects.find((object) => object.name === one)?.title ?? one} />}
    </Dialog>
  );
}
