import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/index.js';
import { measurePassword } from './password-strength.js';
import styles from './SignIn.module.css';

export interface StrengthMeterProps {
  readonly password: string;
  readonly shortest: number;
  /** What others know of the person. */
  readonly known: readonly string[];
}

/** Says while somebody types how hard the password is to guess; it leaves the page for this nowhere. */
export function StrengthMeter({ password, shortest, known }: StrengthMeterProps) {
  const { t } = useTranslation();
  const strength = measurePassword(password, shortest, known);
  return (
    <div className={styles['strength']} data-strength={password === '' ? 'none' : strength}>
      <div className={styles['bars']} aria-hidden>{[1, 2, 3, 4].map((step) => <span key={step} className={classNames(styles['bar'], password !== '' && strength >= step && styles['lit'])} />)}</div>
      <p role="status">{t(password === '' ? 'identity.strength.help' : `identity.strength.${strength}`, { count: shortest })}</p>
    </div>
  );
}
