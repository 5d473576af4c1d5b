import { ComingPage } from '../../shell/ComingPage.js';

export function ImportsPage() {
  return <ComingPage title="shell.setupNav.imports" />;
}
