import { Outlet } from '@tanstack/react-router';
import { DraftBar } from '../setup/publish/DraftBar.js';
import { SetupSidebar } from './SetupSidebar.js';
import { ShellFrame } from './ShellFrame.js';

export function SetupShell() {
  return <ShellFrame sidebar={<SetupSidebar />}><DraftBar /><Outlet /></ShellFrame>;
}
