import { ComingPage } from '../../shell/ComingPage.js';

export function SetupHomePage() {
  return <ComingPage title="shell.setupNav.objects" />;
}
