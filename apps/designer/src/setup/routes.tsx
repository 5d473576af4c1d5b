import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { ExplainSearch } from './explain/explain-href.js';
import { readUserList } from './people/list/user-list.js';

export interface ObjectPageSearch {
  readonly tab?: string;
  /** The field whose panel is open. */
  readonly field?: string;
  /** The rule, record type or duplicate rule whose panel is open. */
  readonly open?: string;
}

/** The pages under `/setup`; each is fetched when it is gone to. */
export function createSetupRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  return [
    createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(() => import('./home/SetupHomePage.js'), 'SetupHomePage') }),
    createRoute({ getParentRoute, path: '/objects', component: lazyRouteComponent(() => import('./objects/ObjectsPage.js'), 'ObjectsPage') }),
    createRoute({
      getParentRoute, path: '/objects/$object', component: lazyRouteComponent(() => import('./object/ObjectPage.js'), 'ObjectPage'),
      validateSearch: (search): ObjectPageSearch => ({ ...readText(search, 'tab'), ...readText(search, 'field'), ...readText(search, 'open') }),
    }),
    createRoute({
      getParentRoute, path: '/picklists', component: lazyRouteComponent(() => import('./picklists/PicklistsPage.js'), 'PicklistsPage'),
      validateSearch: (search): { readonly set?: string } => readText(search, 'set'),
    }),
    createRoute({
      getParentRoute, path: '/map', component: lazyRouteComponent(() => import('./schema-map/SchemaMapPage.js'), 'SchemaMapPage'),
      validateSearch: (search): { readonly object?: string; readonly hops?: string; readonly app?: string } => ({ ...readText(search, 'object'), ...readText(search, 'hops'), ...readText(search, 'app') }),
    }),
    createRoute({ getParentRoute, path: '/workflows', component: lazyRouteComponent(() => import('./workflows/WorkflowsPage.js'), 'WorkflowsPage'), validateSearch: (search): { readonly tab?: string } => readText(search, 'tab') }),
    createRoute({ getParentRoute, path: '/workflows/$workflow', component: lazyRouteComponent(() => import('./workflows/WorkflowPage.js'), 'WorkflowPage') }),
    createRoute({ getParentRoute, path: '/runs/$run', component: lazyRouteComponent(() => import('./workflows/RunPage.js'), 'RunPage') }),
    createRoute({ getParentRoute, path: '/queues', component: lazyRouteComponent(() => import('./queues/QueuesPage.js'), 'QueuesPage'), validateSearch: (search): { readonly queue?: string } => readText(search, 'queue') }),
    createRoute({ getParentRoute, path: '/messages', component: lazyRouteComponent(() => import('./messages/MessagesPage.js'), 'MessagesPage') }),
    createRoute({ getParentRoute, path: '/messages/$template', component: lazyRouteComponent(() => import('./messages/MessagePage.js'), 'MessagePage') }),
    createRoute({ getParentRoute, path: '/calendars', component: lazyRouteComponent(() => import('./calendars/CalendarsPage.js'), 'CalendarsPage') }),
    createRoute({ getParentRoute, path: '/calendars/$calendar', component: lazyRouteComponent(() => import('./calendars/CalendarPage.js'), 'CalendarPage') }),
    createRoute({ getParentRoute, path: '/letters', component: lazyRouteComponent(() => import('./letters/LettersPage.js'), 'LettersPage') }),
    createRoute({ getParentRoute, path: '/letters/$template', component: lazyRouteComponent(() => import('./letters/LetterPage.js'), 'LetterPage') }),
    createRoute({
      getParentRoute, path: '/mail', component: lazyRouteComponent(() => import('./messages/mail/MailPage.js'), 'MailPage'),
      validateSearch: (search): { readonly tab?: string } => readText(search, 'tab'),
    }),
    createRoute({ getParentRoute, path: '/import', component: lazyRouteComponent(() => import('./import/ImportPage.js'), 'ImportPage') }),
    createRoute({ getParentRoute, path: '/imports', component: lazyRouteComponent(() => import('./import/ImportsPage.js'), 'ImportsPage') }),
    createRoute({ getParentRoute, path: '/export', component: lazyRouteComponent(() => import('./export/ExportPage.js'), 'ExportPage') }),
    createRoute({ getParentRoute, path: '/jobs', component: lazyRouteComponent(() => import('./jobs/JobsPage.js'), 'JobsPage') }),
    createRoute({ getParentRoute, path: '/users', component: lazyRouteComponent(() => import('./people/UsersPage.js'), 'UsersPage'), validateSearch: readUserList }),
    createRoute({ getParentRoute, path: '/users/$user', component: lazyRouteComponent(() => import('./people/UserPage.js'), 'UserPage'), validateSearch: (search): { readonly tab?: string } => readText(search, 'tab') }),
    createRoute({ getParentRoute, path: '/roles', component: lazyRouteComponent(() => import('./roles/RolesPage.js'), 'RolesPage'), validateSearch: (search): { readonly role?: string } => readText(search, 'role') }),
    createRoute({ getParentRoute, path: '/teams', component: lazyRouteComponent(() => import('./teams/TeamsPage.js'), 'TeamsPage'), validateSearch: (search): { readonly team?: string } => readText(search, 'team') }),
    createRoute({ getParentRoute, path: '/sharing', component: lazyRouteComponent(() => import('./sharing/SharingPage.js'), 'SharingPage'), validateSearch: (search): { readonly rule?: string } => readText(search, 'rule') }),
    createRoute({ getParentRoute, path: '/permissions', component: lazyRouteComponent(() => import('./access/PermissionSetsPage.js'), 'PermissionSetsPage') }),
    createRoute({ getParentRoute, path: '/permissions/groups/$group', component: lazyRouteComponent(() => import('./access/GroupPage.js'), 'GroupPage') }),
    createRoute({ getParentRoute, path: '/permissions/fields/$object', component: lazyRouteComponent(() => import('./access/FieldAccessPage.js'), 'FieldAccessPage') }),
    createRoute({ getParentRoute, path: '/permissions/$set', component: lazyRouteComponent(() => import('./access/PermissionSetPage.js'), 'PermissionSetPage') }),
    createRoute({
      getParentRoute, path: '/explain', component: lazyRouteComponent(() => import('./explain/ExplainPage.js'), 'ExplainPage'),
      validateSearch: (search): ExplainSearch => ({ ...readText(search, 'user'), ...readText(search, 'object'), ...readText(search, 'record'), ...readText(search, 'field'), ...readText(search, 'deed') }),
    }),
    createRoute({ getParentRoute, path: '/objects/$object/layouts/$layout', component: lazyRouteComponent(() => import('./layouts/LayoutDesignerPage.js'), 'LayoutDesignerPage') }),
    createRoute({ getParentRoute, path: '/apps', component: lazyRouteComponent(() => import('./apps/AppsPage.js'), 'AppsPage') }),
    createRoute({ getParentRoute, path: '/apps/$app', component: lazyRouteComponent(() => import('./apps/AppPage.js'), 'AppPage') }),
    createRoute({ getParentRoute, path: '/sandboxes', component: lazyRouteComponent(() => import('./sandboxes/SandboxesPage.js'), 'SandboxesPage') }),
    createRoute({ getParentRoute, path: '/currencies', component: lazyRouteComponent(() => import('./currencies/CurrenciesPage.js'), 'CurrenciesPage') }),
    createRoute({ getParentRoute, path: '/translations', component: lazyRouteComponent(() => import('./translations/TranslationsPage.js'), 'TranslationsPage') }),
    createRoute({ getParentRoute, path: '/bin', component: lazyRouteComponent(() => import('./bin/OrgBinPage.js'), 'OrgBinPage') }),
    createRoute({
      getParentRoute, path: '/security', component: lazyRouteComponent(() => import('./security/SecurityPage.js'), 'SecurityPage'),
      validateSearch: (search): { readonly tab?: string } => readText(search, 'tab'),
    }),
    createRoute({ getParentRoute, path: '/privacy', component: lazyRouteComponent(() => import('./privacy/RequestsPage.js'), 'RequestsPage'), validateSearch: (search): { readonly tab?: string } => readText(search, 'tab') }),
    createRoute({ getParentRoute, path: '/retention', component: lazyRouteComponent(() => import('./retention/RetentionPage.js'), 'RetentionPage'), validateSearch: (search): { readonly rule?: string } => readText(search, 'rule') }),
    createRoute({ getParentRoute, path: '/privacy/$request', component: lazyRouteComponent(() => import('./privacy/RequestPage.js'), 'RequestPage') }),
    createRoute({ getParentRoute, path: '/audit', component: lazyRouteComponent(() => import('./audit/AuditPage.js'), 'AuditPage') }),
    createRoute({ getParentRoute, path: '/revisions', component: lazyRouteComponent(() => import('./revisions/RevisionsPage.js'), 'RevisionsPage') }),
    createRoute({
      getParentRoute, path: '/api', component: lazyRouteComponent(() => import('./connect/ApiPage.js'), 'ApiPage'),
      validateSearch: (search): { readonly tab?: string } => readText(search, 'tab'),
    }),
  ] as const;
}

function readText<Key extends string>(search: Record<string, unknown>, key: Key): { readonly [Name in Key]?: string } {
  const value = search[key];
  return (typeof value === 'string' ? { [key]: value } : {}) as { readonly [Name in Key]?: string };
}
