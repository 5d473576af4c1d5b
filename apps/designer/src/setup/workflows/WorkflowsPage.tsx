import { ComingPage } from '../../shell/ComingPage.js';

export function WorkflowsPage() {
  return <ComingPage title="shell.setupNav.workflows" />;
}
