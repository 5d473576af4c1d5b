import { ComingPage } from '../../shell/ComingPage.js';

export function RunPage() {
  return <ComingPage title="shell.setupNav.workflows" />;
}
