import { ComingPage } from '../../shell/ComingPage.js';

export function RevisionsPage() {
  return <ComingPage title="shell.setupNav.revisions" />;
}
