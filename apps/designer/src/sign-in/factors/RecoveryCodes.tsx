import { Copy, Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, saveFile, showToast } from '../../ui/index.js';
import styles from './Factors.module.css';

/** Shown this once: on paper or in a password store they are of use, in the browser they are not. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  const text = `${t('factors.codes.fileTitle', { host: window.location.host })}\n\n${codes.join('\n')}\n`;
  return (
    <div className={styles['codes']}>
      <Notice tone="warning" title={t('factors.codes.title')}>{t('factors.codes.body')}</Notice>
      <ol className={styles['list']} aria-label={t('factors.codes.list')}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <div className={styles['acts']}>
        <Button size="small" icon={Copy} onPress={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => showToast({ message: t('ui.copied') }))}>{t('ui.copy')}</Button>
        <Button size="small" icon={Download} onPress={() => saveFile('guanxi-recovery-codes.txt', text, 'text/plain')}>{t('factors.codes.download')}</Button>
        <Button size="small" icon={Printer} onPress={() => window.print()}>{t('factors.codes.print')}</Button>
      </div>
    </div>
  );
}
