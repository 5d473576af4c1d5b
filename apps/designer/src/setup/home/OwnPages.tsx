import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { sectionsFor } from '../../shell/setup-sections.js';
import { FormSection, PageHeader, TextLink } from '../../ui/index.js';
import styles from './Home.module.css';

/** The home of Setup for people with some parts of it: the pages that are theirs. */
export function OwnPages() {
  const { t } = useTranslation();
  const { org, setupAreas } = useSession();
  usePage({ title: t('setup.home.title'), crumbs: [{ label: t('setup.home.title') }] });
  return (
    <PageBody>
      <PageHeader title={t('setup.home.title')} description={t('setup.home.description', { org: org.name })} />
      {sectionsFor(setupAreas).map(({ id, pages }) => (
        <FormSection key={id} title={t(`shell.setupNav.${id}`)}>
          <ul className={styles['pages']}>
            {pages.map((page) => <li key={page.id}><TextLink href={page.href}><page.icon size={16} aria-hidden /> {t(`shell.setupNav.${page.id}`)}</TextLink></li>)}
          </ul>
        </FormSection>
      ))}
    </PageBody>
  );
}
