import { ComingPage } from '../../shell/ComingPage.js';

export function PermissionSetPage() {
  return <ComingPage title="shell.setupNav.permissions" />;
}
