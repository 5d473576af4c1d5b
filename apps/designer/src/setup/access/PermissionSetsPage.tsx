import { ComingPage } from '../../shell/ComingPage.js';

export function PermissionSetsPage() {
  return <ComingPage title="shell.setupNav.permissions" />;
}
