import { ComingPage } from '../../shell/ComingPage.js';

export function WorkflowPage() {
  return <ComingPage title="shell.setupNav.workflows" />;
}
