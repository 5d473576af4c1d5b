import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { ComingPage } from '../shell/ComingPage.js';

/** The pages under `/app`. */
export function createWorkspaceRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  return [
    createRoute({ getParentRoute, path: '/home', component: () => <ComingPage title="shell.home" /> }),
    createRoute({ getParentRoute, path: '/tasks', component: () => <ComingPage title="shell.tasks" /> }),
    createRoute({ getParentRoute, path: '/notifications', component: () => <ComingPage title="shell.notifications" /> }),
    createRoute({ getParentRoute, path: '/$object', component: () => <ComingPage title="shell.objects" /> }),
    createRoute({ getParentRoute, path: '/$object/$id', component: () => <ComingPage title="shell.objects" /> }),
  ] as const;
}
