import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient, sessionOptions } from './api/index.js';
import { createSetupRoutes } from './setup/routes.js';
import { CrashState } from './shell/CrashState.js';
import { NotFound } from './shell/NotFound.js';
import { RootFrame } from './shell/RootFrame.js';
import { getPreferences } from './ui/index.js';
import { createWorkspaceRoutes } from './workspace/routes.js';

export const rootRoute = createRootRoute({ component: RootFrame, notFoundComponent: NotFound, errorComponent: CrashState });

const startRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/', beforeLoad: () => { throw redirect({ href: startPage() }); },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/sign-in',
  validateSearch: (search): { readonly next?: string; readonly failed?: string } => ({ ...(typeof search['next'] === 'string' && isOwnPath(search['next']) && { next: search['next'] }), ...(typeof search['failed'] === 'string' && { failed: search['failed'] }) }),
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.js'), 'SignInPage'),
});

// The token stands in the fragment: no server and no log sees it.
const invitationRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invitation', component: lazyRouteComponent(() => import('./sign-in/InvitationPage.js'), 'InvitationPage') });
const resetRoute = createRoute({ getParentRoute: () => rootRoute, path: '/reset', component: lazyRouteComponent(() => import('./sign-in/ResetPage.js'), 'ResetPage') });

export const appRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/app', beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import('./shell/WorkspaceShell.js'), 'WorkspaceShell'), notFoundComponent: NotFound, errorComponent: CrashState,
});

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/setup',
  beforeLoad: async ({ location }) => {
    const session = await requireSession(location.href);
    if (session.setupAreas.length === 0) throw redirect({ to: '/app/home' });
  },
  component: lazyRouteComponent(() => import('./shell/SetupShell.js'), 'SetupShell'), notFoundComponent: NotFound, errorComponent: CrashState,
});

// Only in development; the condition stands first so that the build leaves the gallery out.
const galleryRoutes = import.meta.env.DEV
  ? [createRoute({ getParentRoute: () => rootRoute, path: '/ui-gallery', component: lazyRouteComponent(() => import('./gallery/GalleryPage.js'), 'GalleryPage') })]
  : [];

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute, signInRoute, invitationRoute, resetRoute,
    appRoute.addChildren(createWorkspaceRoutes(() => appRoute)),
    setupRoute.addChildren(createSetupRoutes(() => setupRoute)),
    ...galleryRoutes,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: CrashState,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}

async function requireSession(href: string) {
  const session = await queryClient.ensureQueryData(sessionOptions);
  if (!session) throw redirect({ to: '/sign-in', search: { next: href } });
  return session;
}

/** What this person wants to begin with on this device. */
function startPage(): string {
  const { startPage: chosen } = getPreferences();
  return isOwnPath(chosen) ? chosen : '/app/home';
}

/** Only addresses of our own may be gone to after signing in. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}
