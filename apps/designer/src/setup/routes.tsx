import { createRoute, redirect, type AnyRoute } from '@tanstack/react-router';
import { ComingPage } from '../shell/ComingPage.js';

/** The pages under `/setup`. */
export function createSetupRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  return [
    createRoute({ getParentRoute, path: '/', beforeLoad: () => { throw redirect({ to: '/setup/objects' }); } }),
    createRoute({ getParentRoute, path: '/objects', component: () => <ComingPage title="shell.setupNav.objects" /> }),
    createRoute({ getParentRoute, path: '/objects/$object', component: () => <ComingPage title="shell.setupNav.objects" /> }),
    createRoute({ getParentRoute, path: '/workflows', component: () => <ComingPage title="shell.setupNav.workflows" /> }),
    createRoute({ getParentRoute, path: '/workflows/$workflow', component: () => <ComingPage title="shell.setupNav.workflows" /> }),
    createRoute({ getParentRoute, path: '/import', component: () => <ComingPage title="shell.setupNav.import" /> }),
    createRoute({ getParentRoute, path: '/imports', component: () => <ComingPage title="shell.setupNav.imports" /> }),
    createRoute({ getParentRoute, path: '/users', component: () => <ComingPage title="shell.setupNav.users" /> }),
    createRoute({ getParentRoute, path: '/permissions', component: () => <ComingPage title="shell.setupNav.permissions" /> }),
    createRoute({ getParentRoute, path: '/revisions', component: () => <ComingPage title="shell.setupNav.revisions" /> }),
    createRoute({ getParentRoute, path: '/api', component: () => <ComingPage title="shell.setupNav.api" /> }),
  ] as const;
}
