import { ComingPage } from '../../shell/ComingPage.js';

export function ApiPage() {
  return <ComingPage title="shell.setupNav.api" />;
}
