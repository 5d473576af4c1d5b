import { useTranslation } from 'react-i18next';
import { SessionList } from '../../setup/people/SessionList.js';
import { SignInList } from '../../setup/people/SignInList.js';
import { PreferenceSection } from './PreferenceSection.js';

/** Where this person is signed in, and who has come in, or tried to, in their name. */
export function SessionsSection() {
  const { t } = useTranslation();
  return (
    <>
      <PreferenceSection title={t('factors.sessions.title')} description={t('factors.sessions.body')}><SessionList /></PreferenceSection>
      <PreferenceSection title={t('factors.signIns.title')} description={t('factors.signIns.body')}><SignInList /></PreferenceSection>
    </>
  );
}
