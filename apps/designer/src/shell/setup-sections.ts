import { LockKeyhole, CalendarClock, Coins, Contact, Boxes, FileDown, FileText, FileUp, FlaskConical, GitCommitVertical, History, Hourglass, Languages, ListChecks, ListTree, Mail, MessageSquareText, Network, Package, Plug, ScrollText, Share2, ShieldCheck, ShieldQuestionMark, ShieldUser, Trash2, Users, UsersRound, Workflow, type LucideIcon } from 'lucide-react';
import type { SetupArea } from '@guanxi/metadata';

interface SetupPage {
  readonly id: string;
  /** The page is there for people with one of these parts of Setup. */
  readonly areas: readonly SetupArea[];
  readonly icon: LucideIcon;
  readonly href: string;
}
interface SetupSection { readonly id: string; readonly pages: readonly SetupPage[] }

/** Whoever changes documents of any kind sees what was published. */
export const documentAreas: readonly SetupArea[] = ['objects', 'automation', 'access', 'privacy'];

/** The sidebar of Setup; the labels are `shell.setupNav.<id>`. */
export const setupSections: readonly SetupSection[] = [
  { id: 'build', pages: [{ id: 'objects', areas: ['objects'], icon: Boxes, href: '/setup/objects' }, { id: 'map', areas: ['objects'], icon: Network, href: '/setup/map' }, { id: 'picklists', areas: ['objects'], icon: ListTree, href: '/setup/picklists' }] },
  { id: 'automation', pages: [{ id: 'workflows', areas: ['automation'], icon: Workflow, href: '/setup/workflows' }, { id: 'queues', areas: ['automation'], icon: UsersRound, href: '/setup/queues' }, { id: 'messages', areas: ['automation'], icon: MessageSquareText, href: '/setup/messages' }, { id: 'letters', areas: ['automation'], icon: FileText, href: '/setup/letters' }, { id: 'calendars', areas: ['automation'], icon: CalendarClock, href: '/setup/calendars' }, { id: 'mail', areas: ['connections'], icon: Mail, href: '/setup/mail' }] },
  { id: 'access', pages: [{ id: 'users', areas: ['people'], icon: Users, href: '/setup/users' }, { id: 'permissions', areas: ['access'], icon: ShieldCheck, href: '/setup/permissions' }, { id: 'roles', areas: ['access'], icon: ListTree, href: '/setup/roles' }, { id: 'teams', areas: ['access'], icon: Contact, href: '/setup/teams' }, { id: 'sharing', areas: ['access'], icon: Share2, href: '/setup/sharing' }, { id: 'explain', areas: ['access'], icon: ShieldQuestionMark, href: '/setup/explain' }, { id: 'security', areas: ['security'], icon: LockKeyhole, href: '/setup/security' }, { id: 'audit', areas: ['audit'], icon: ScrollText, href: '/setup/audit' }] },
  { id: 'privacy', pages: [{ id: 'privacyRequests', areas: ['privacy'], icon: ShieldUser, href: '/setup/privacy' }, { id: 'retention', areas: ['privacy'], icon: Hourglass, href: '/setup/retention' }] },
  { id: 'operations', pages: [{ id: 'import', areas: ['data'], icon: FileUp, href: '/setup/import' }, { id: 'imports', areas: ['data'], icon: History, href: '/setup/imports' }, { id: 'export', areas: ['data'], icon: FileDown, href: '/setup/export' }, { id: 'jobs', areas: ['data'], icon: ListChecks, href: '/setup/jobs' }, { id: 'bin', areas: ['objects'], icon: Trash2, href: '/setup/bin' }] },
  { id: 'platform', pages: [{ id: 'apps', areas: ['organisation'], icon: Package, href: '/setup/apps' }, { id: 'sandboxes', areas: ['organisation'], icon: FlaskConical, href: '/setup/sandboxes' }, { id: 'translations', areas: ['objects'], icon: Languages, href: '/setup/translations' }, { id: 'currencies', areas: ['organisation'], icon: Coins, href: '/setup/currencies' }, { id: 'revisions', areas: documentAreas, icon: GitCommitVertical, href: '/setup/revisions' }, { id: 'api', areas: ['connections'], icon: Plug, href: '/setup/api' }] },
];

/** The sections with the pages that somebody may use; sections without one are left out. */
export function sectionsFor(areas: readonly SetupArea[]): readonly SetupSection[] {
  return setupSections.flatMap((section) => {
    const pages = section.pages.filter((page) => page.areas.some((area) => areas.includes(area)));
    return pages.length > 0 ? [{ ...section, pages }] : [];
  });
}

/** The parts of Setup that open a page, by the beginning of its address; undefined for the home of Setup, which is everybody's who has one. */
export function areasOfPath(path: string): readonly SetupArea[] | undefined {
  const pages = setupSections.flatMap((section) => section.pages).filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return pages.sort((left, right) => right.href.length - left.href.length)[0]?.areas ?? (path.startsWith('/setup/runs/') ? ['automation'] : undefined);
}

const designers = ['objects', 'map', 'picklists', 'workflows', 'queues', 'messages', 'letters', 'calendars', 'permissions', 'roles', 'teams', 'sharing', 'retention', 'translations'];

/** Pages on which documents are changed: they need more room than a phone has. */
export function isDesignerPath(path: string): boolean {
  return setupSections.some(({ pages }) => pages.some(({ id, href }) => designers.includes(id) && (path === href || path.startsWith(`${href}/`))));
}
