import { ComingPage } from '../../shell/ComingPage.js';

export function ImportPage() {
  return <ComingPage title="shell.setupNav.import" />;
}
