import { useTranslation } from 'react-i18next';
import { metadataRequest, useSession } from '../api/index.js';
import { Button, showToast } from '../ui/index.js';
import styles from './ShellFrame.module.css';

/** Over every page of a sandbox, so that nobody takes it for the org itself. */
export function SandboxStrip() {
  const { t } = useTranslation();
  const { org } = useSession();
  if (!org.sandboxOf) return null;
  const leave = async () => {
    try {
      await metadataRequest('mutation { enterSandbox }');
      location.assign('/setup/sandboxes');
    } catch (failure) {
      showToast({ message: failure instanceof Error ? failure.message : String(failure), tone: 'danger' });
    }
  };
  return (
    <div role="status" className={styles['sandbox']}>
      <span>{t('platform.sandboxes.banner', { name: org.name })}</span>
      <Button size="small" onPress={() => void leave()}>{t('platform.sandboxes.leave')}</Button>
    </div>
  );
}
