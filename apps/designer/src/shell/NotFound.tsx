import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LinkButton } from '../ui/index.js';
import { usePage } from './page.js';

export function NotFound() {
  const { t } = useTranslation();
  usePage({ title: t('shell.notFound.title'), crumbs: [] });
  return (
    <EmptyState icon={Compass} title={t('shell.notFound.title')} actions={<LinkButton variant="primary" href="/app/home">{t('shell.notFound.action')}</LinkButton>}>
      {t('shell.notFound.body')}
    </EmptyState>
  );
}
