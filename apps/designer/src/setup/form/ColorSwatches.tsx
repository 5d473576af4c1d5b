import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hueNames, hueOf } from '../../ui/index.js';
import styles from './Form.module.css';

interface ColorSwatchesProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (color: string) => void;
}

/** The twelve hues as a group of radio buttons. */
export function ColorSwatches({ label, value, onChange }: ColorSwatchesProps) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={styles['picker']}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['swatches']}>
        {hueNames.map((hue) => (
          <label key={hue} className={styles['swatch']} title={t(`setup.hue.${hue}`)} style={{ '--hue': hueOf(hue) }}>
            <input type="radio" name={group} value={hue} checked={value === hue} onChange={() => onChange(hue)} aria-label={t(`setup.hue.${hue}`)} />
            <span className={styles['dot']} aria-hidden />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
