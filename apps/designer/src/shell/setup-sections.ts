import { CalendarClock, Coins, Boxes, FileDown, FileText, FileUp, FlaskConical, GitCommitVertical, History, Languages, ListChecks, ListTree, Mail, MessageSquareText, Network, Package, Plug, ScrollText, ShieldCheck, Trash2, Users, UsersRound, Workflow, type LucideIcon } from 'lucide-react';

interface SetupPage { readonly id: string; readonly icon: LucideIcon; readonly href: string }
interface SetupSection { readonly id: string; readonly pages: readonly SetupPage[] }

/** The sidebar of Setup; the labels are `shell.setupNav.<id>`. */
export const setupSections: readonly SetupSection[] = [
  { id: 'build', pages: [{ id: 'objects', icon: Boxes, href: '/setup/objects' }, { id: 'map', icon: Network, href: '/setup/map' }, { id: 'picklists', icon: ListTree, href: '/setup/picklists' }] },
  { id: 'automation', pages: [{ id: 'workflows', icon: Workflow, href: '/setup/workflows' }, { id: 'queues', icon: UsersRound, href: '/setup/queues' }, { id: 'messages', icon: MessageSquareText, href: '/setup/messages' }, { id: 'letters', icon: FileText, href: '/setup/letters' }, { id: 'calendars', icon: CalendarClock, href: '/setup/calendars' }, { id: 'mail', icon: Mail, href: '/setup/mail' }] },
  { id: 'access', pages: [{ id: 'users', icon: Users, href: '/setup/users' }, { id: 'permissions', icon: ShieldCheck, href: '/setup/permissions' }, { id: 'audit', icon: ScrollText, href: '/setup/audit' }] },
  { id: 'operations', pages: [{ id: 'import', icon: FileUp, href: '/setup/import' }, { id: 'imports', icon: History, href: '/setup/imports' }, { id: 'export', icon: FileDown, href: '/setup/export' }, { id: 'jobs', icon: ListChecks, href: '/setup/jobs' }, { id: 'bin', icon: Trash2, href: '/setup/bin' }] },
  { id: 'platform', pages: [{ id: 'apps', icon: Package, href: '/setup/apps' }, { id: 'sandboxes', icon: FlaskConical, href: '/setup/sandboxes' }, { id: 'translations', icon: Languages, href: '/setup/translations' }, { id: 'currencies', icon: Coins, href: '/setup/currencies' }, { id: 'revisions', icon: GitCommitVertical, href: '/setup/revisions' }, { id: 'api', icon: Plug, href: '/setup/api' }] },
];
