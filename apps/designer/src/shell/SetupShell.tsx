import { Outlet, useLocation } from '@tanstack/react-router';
import { ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.js';
import { DraftBar } from '../setup/publish/DraftBar.js';
import { EmptyState, LinkButton } from '../ui/index.js';
import { PageBody } from './PageBody.js';
import { SetupSidebar } from './SetupSidebar.js';
import { ReadOnlyWhenNarrow } from './ReadOnlyWhenNarrow.js';
import { areasOfPath, documentAreas, isDesignerPath } from './setup-sections.js';
import { ShellFrame } from './ShellFrame.js';

export function SetupShell() {
  const { setupAreas } = useSession();
  const { pathname } = useLocation();
  const needed = areasOfPath(pathname);
  const isOpen = needed === undefined || needed.some((area) => setupAreas.includes(area));
  return (
    <ShellFrame sidebar={<SetupSidebar />}>
      {documentAreas.some((area) => setupAreas.includes(area)) && <DraftBar />}
      {isOpen ? <ReadOnlyWhenNarrow isDesigner={isDesignerPath(pathname)}><Outlet /></ReadOnlyWhenNarrow> : <ClosedPage areas={needed} />}
    </ShellFrame>
  );
}

/** A page of a part of Setup that somebody may not use. */
function ClosedPage({ areas }: { readonly areas: readonly string[] }) {
  const { t } = useTranslation();
  const names = areas.map((area) => t(`access.areas.${area}`)).join(' / ');
  return (
    <PageBody>
      <EmptyState icon={ShieldOff} title={t('access.closed.title')} actions={<LinkButton href="/setup">{t('shell.openSetup')}</LinkButton>}>{t('access.closed.body', { areas: names })}</EmptyState>
    </PageBody>
  );
}
