import { ComingPage } from '../../shell/ComingPage.js';

export function ObjectPage() {
  return <ComingPage title="shell.setupNav.objects" />;
}
