import { createRoute, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router';

/** The pages under `/app`. */
export function createWorkspaceRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  const frameRoute = createRoute({ getParentRoute, id: 'workspace', component: lazyRouteComponent(() => import('./frame/WorkspaceFrame.js'), 'WorkspaceFrame') });
  const inFrame = () => frameRoute;
  return [
    createRoute({ getParentRoute, path: '/', beforeLoad: () => { throw redirect({ href: '/app/home' }); } }),
    frameRoute.addChildren([
      createRoute({ getParentRoute: inFrame, path: '/home', component: lazyRouteComponent(() => import('./home/HomePage.js'), 'HomePage') }),
      createRoute({ getParentRoute: inFrame, path: '/tasks', component: lazyRouteComponent(() => import('./tasks/TasksPage.js'), 'TasksPage') }),
      createRoute({ getParentRoute: inFrame, path: '/bin', component: lazyRouteComponent(() => import('./bin/BinPage.js'), 'BinPage') }),
      createRoute({ getParentRoute: inFrame, path: '/files', component: lazyRouteComponent(() => import('./files/FilesPage.js'), 'FilesPage') }),
      createRoute({ getParentRoute: inFrame, path: '/approvals', component: lazyRouteComponent(() => import('./approvals/ApprovalsPage.js'), 'ApprovalsPage') }),
      createRoute({ getParentRoute: inFrame, path: '/notifications', component: lazyRouteComponent(() => import('./notifications/NotificationsPage.js'), 'NotificationsPage') }),
      createRoute({ getParentRoute: inFrame, path: '/search', component: lazyRouteComponent(() => import('./search/SearchPage.js'), 'SearchPage') }),
      createRoute({ getParentRoute: inFrame, path: '/exports', component: lazyRouteComponent(() => import('./export/ExportsPage.js'), 'ExportsPage') }),
      createRoute({
        getParentRoute: inFrame, path: '/preferences', component: lazyRouteComponent(() => import('./preferences/PreferencesPage.js'), 'PreferencesPage'),
        validateSearch: (search): { readonly tab?: string } => (typeof search['tab'] === 'string' ? { tab: search['tab'] } : {}),
      }),
      createRoute({ getParentRoute: inFrame, path: '/$object', component: lazyRouteComponent(() => import('./list/ListPage.js'), 'ListPage') }),
      createRoute({ getParentRoute: inFrame, path: '/$object/import', component: lazyRouteComponent(() => import('./import/WorkspaceImportPage.js'), 'WorkspaceImportPage') }),
      createRoute({ getParentRoute: inFrame, path: '/$object/merge', component: lazyRouteComponent(() => import('./merge/MergePage.js'), 'MergePage') }),
      createRoute({ getParentRoute: inFrame, path: '/$object/new', component: lazyRouteComponent(() => import('./create/CreatePage.js'), 'CreatePage') }),
      createRoute({ getParentRoute: inFrame, path: '/$object/duplicates', component: lazyRouteComponent(() => import('./merge/DuplicatesPage.js'), 'DuplicatesPage') }),
      createRoute({ getParentRoute: inFrame, path: '/$object/$id', component: lazyRouteComponent(() => import('./record/RecordPage.js'), 'RecordPage') }),
    ]),
  ] as const;
}
