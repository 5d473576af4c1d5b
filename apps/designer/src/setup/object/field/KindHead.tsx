import type { FieldTypeName } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../../ui/index.js';
import { kindIcon } from './kind-icons.js';
import styles from './Field.module.css';

/** The kind of the field over its form, with the way to another one. */
export function KindHead({ kind, isChanged, onChange }: { readonly kind: FieldTypeName; readonly isChanged: boolean; readonly onChange: () => void }) {
  const { t } = useTranslation();
  const Icon = kindIcon(kind);
  return (
    <>
      <div className={styles['chosen']}>
        <span className={styles['kindIcon']}><Icon size={16} aria-hidden /></span>
        <span className={styles['chosenWords']}><span className={styles['kindLabel']}>{t(`setup.kind.${kind}.label`)}</span><span className={styles['kindHelp']}>{t(`setup.kind.${kind}.help`)}</span></span>
        <Button size="small" variant="quiet" onPress={onChange}>{t('setup.field.changeKind')}</Button>
      </div>
      {isChanged && <Notice tone="warning">{t('setup.field.kindChanged')}</Notice>}
    </>
  );
}
