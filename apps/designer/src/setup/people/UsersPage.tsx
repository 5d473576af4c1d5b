import { ComingPage } from '../../shell/ComingPage.js';

export function UsersPage() {
  return <ComingPage title="shell.setupNav.users" />;
}
