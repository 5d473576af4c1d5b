import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { objectIcons } from '../../ui/index.js';
import { ColorSwatches } from './ColorSwatches.js';
import styles from './Form.module.css';

interface GlyphPickerProps {
  readonly icon: string;
  readonly color: string;
  readonly onIconChange: (icon: string) => void;
  readonly onColorChange: (color: string) => void;
}

/** Names that draw the same icon are offered once. */
const offeredIcons = Object.entries(objectIcons).filter(([, icon], index, all) => all.findIndex(([, other]) => other === icon) === index);

export function GlyphPicker({ icon, color, onIconChange, onColorChange }: GlyphPickerProps) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <>
      <ColorSwatches label={t('setup.newObject.color')} value={color} onChange={onColorChange} />
      <fieldset className={styles['picker']}>
        <legend className={styles['legend']}>{t('setup.newObject.icon')}</legend>
        <div className={styles['icons']}>
          {offeredIcons.map(([name, Icon]) => (
            <label key={name} className={styles['icon']} title={name}>
              <input type="radio" name={group} value={name} checked={icon === name} onChange={() => onIconChange(name)} aria-label={name} />
              <Icon size={16} aria-hidden />
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
