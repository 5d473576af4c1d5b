import { Outlet } from '@tanstack/react-router';
import { SetupSidebar } from './SetupSidebar.js';
import { ShellFrame } from './ShellFrame.js';

export function SetupShell() {
  return <ShellFrame sidebar={<SetupSidebar />}><Outlet /></ShellFrame>;
}
