import { Outlet } from '@tanstack/react-router';
import { ShellFrame } from './ShellFrame.js';
import { WorkspaceSidebar } from './WorkspaceSidebar.js';

export function WorkspaceShell() {
  return <ShellFrame sidebar={<WorkspaceSidebar />}><Outlet /></ShellFrame>;
}
