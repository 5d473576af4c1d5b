import { Laptop, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readDevice } from './device-words.js';
import styles from './People.module.css';

/** Browser and system, as far as they are known. */
export function DeviceName({ userAgent }: { readonly userAgent: string | null }) {
  const { t } = useTranslation();
  const { browser, system } = readDevice(userAgent);
  const Icon = system === 'iPhone' || system === 'Android' || system === 'iPad' ? Smartphone : Laptop;
  const words = browser && system ? t('identity.sessions.on', { browser, system }) : browser ?? system ?? t('identity.sessions.unknown');
  return <span className={styles['person']} title={userAgent ?? undefined}><Icon size={16} aria-hidden />{words}</span>;
}
