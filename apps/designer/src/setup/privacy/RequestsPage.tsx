import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Gavel, ShieldUser, UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, PageHeader, Tabs } from '../../ui/index.js';
import { holdsOptions } from './hold-queries.js';
import { HoldsTab } from './HoldsTab.js';
import { NewRequestSheet } from './NewRequestSheet.js';
import { objectsOfPeopleOptions, privacyRequestsOptions } from './privacy-queries.js';
import { RequestsTab } from './RequestsTab.js';

/** What people asked for who are known to the org, and the records that a legal hold keeps. */
export function RequestsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'requests' } = useSearch({ strict: false }) as { readonly tab?: string };
  const title = t('shell.setupNav.privacyRequests');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const { data: requests } = useQuery(privacyRequestsOptions);
  const { data: holds } = useQuery(holdsOptions);
  const { data: objects } = useQuery(objectsOfPeopleOptions);
  const [isOpening, setOpening] = useState(false);
  const begin = <Button variant="primary" icon={UserRoundSearch} isDisabled={!objects || objects.length === 0} onPress={() => setOpening(true)}>{t('privacy.new')}</Button>;
  const open = requests?.filter(({ status }) => status === 'OPEN').length ?? 0;
  const standing = holds?.filter(({ liftedAt }) => liftedAt === null).length ?? 0;
  return (
    <PageBody>
      <PageHeader title={title} description={t(tab === 'holds' ? 'privacy.hold.description' : 'privacy.description')} actions={tab === 'holds' ? null : begin} />
      <Tabs label={title} value={tab} onChange={(next) => void navigate({ to: '/setup/privacy', search: next === 'requests' ? {} : { tab: next }, replace: true })} items={[
        { id: 'requests', label: t('privacy.requests'), icon: ShieldUser, ...(open > 0 && { count: open }), content: <RequestsTab begin={begin} /> },
        { id: 'holds', label: t('privacy.hold.all'), icon: Gavel, ...(standing > 0 && { count: standing }), content: <HoldsTab /> },
      ]} />
      {isOpening && <NewRequestSheet onClose={() => setOpening(false)} onOpened={({ id }) => void navigate({ to: '/setup/privacy/$request', params: { request: id } })} />}
    </PageBody>
  );
}
