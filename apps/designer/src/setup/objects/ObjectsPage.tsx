import { ComingPage } from '../../shell/ComingPage.js';

export function ObjectsPage() {
  return <ComingPage title="shell.setupNav.objects" />;
}
