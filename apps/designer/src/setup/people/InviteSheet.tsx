import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession, type Problem } from '../../api/index.js';
import { languageNames } from '../../shell/index.js';
import { Button, ErrorSummary, hasModKey, isComposing, languages, MultiSelect, Notice, Select, Sheet, showToast, TextArea } from '../../ui/index.js';
import { sayProblem } from '../form/match-problems.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { InvitedList } from './InvitedList.js';
import { permissionSetsOptions, rolesAndTeamsOptions, useInviteUsers, usersOptions, type Invited } from './people-queries.js';
import { readInvitees } from './read-invitees.js';
import styles from '../form/Form.module.css';

/** Many people at once: each address by itself, so that a wrong one keeps nobody else from being invited. */
export function InviteSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { setupAreas, isAdmin } = useSession();
  const mayGrant = isAdmin || setupAreas.includes('access');
  const { data: users = [] } = useQuery(usersOptions);
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: places } = useQuery(rolesAndTeamsOptions);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly sets: readonly string[]; readonly teams: readonly string[]; readonly role: string | null; readonly locale: string | null }>({ sets: [], teams: [], role: null, locale: null });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const [invited, setInvited] = useState<readonly Invited[] | null>(null);
  const invite = useInviteUsers();
  const here = useMemo(() => new Set(users.filter(({ status }) => status !== 'INACTIVE').map(({ email }) => email)), [users]);
  const { people, wrong, twice, known } = useMemo(() => readInvitees(text, invited ? new Set() : here), [text, here, invited]);
  const { requestClose, dialog } = useCloseGuard(text.trim() !== '' && invited === null, onClose);
  const set = (changes: Partial<typeof chosen>) => setChosen((before) => ({ ...before, ...changes }));

  const submit = async () => {
    setTried(true);
    if (people.length === 0 || invite.isPending) return;
    setProblems([]);
    try {
      const outcome = await invite.mutateAsync({ people, permissionSets: chosen.sets, teams: chosen.teams, ...(chosen.role !== null && { role: chosen.role }), ...(chosen.locale !== null && { locale: chosen.locale }) });
      const sent = outcome.filter(({ problems: faults, link }) => faults.length === 0 && link === null).length;
      if (sent > 0) showToast({ message: t('identity.sheet.sent', { count: sent }), tone: 'success' });
      if (sent === outcome.length) onClose();
      else setInvited(outcome);
    } catch (error) {
      setProblems(error instanceof ApiError && error.problems.length > 0 ? error.problems : [{ path: '', code: 'failed', message: error instanceof Error ? error.message : String(error) }]);
    }
  };

  const notes = [...wrong.map((each) => t('identity.sheet.wrong', { text: each })), ...twice.map((email) => t('identity.sheet.twice', { email })), ...known.map((email) => t('identity.sheet.known', { email }))];
  const titleOf = (name: string, title: string) => (name === 'admin' ? t('setup.users.admin') : title);
  if (invited) {
    return (
      <Sheet isOpen onOpenChange={onClose} title={t('identity.sheet.title')} footer={<Button variant="primary" onPress={onClose}>{t('identity.sheet.done')}</Button>}>
        <InvitedList invited={invited} />
      </Sheet>
    );
  }
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t('identity.sheet.title')} isGuarded={text.trim() !== ''}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={invite.isPending} onPress={() => void submit()}>{t(people.length === 0 ? 'identity.sheet.submit_zero' : 'identity.sheet.submit', { count: people.length })}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TextArea label={t('identity.sheet.people')} help={t('identity.sheet.help')} isRequired autoFocus rows={6} value={text} onChange={setText} error={wasTried && people.length === 0 && notes.length === 0 ? t('identity.sheet.missing') : null} />
          {notes.length > 0 && <Notice tone="warning"><ul className={styles['plain']}>{notes.map((note) => <li key={note}>{note}</li>)}</ul></Notice>}
          {mayGrant
            ? <MultiSelect label={t('shell.setupNav.permissions')} value={chosen.sets} onChange={(next) => set({ sets: next })} choices={sets.filter(({ name }) => isAdmin || name !== 'admin').map(({ name, title }) => ({ value: name, label: titleOf(name, title) }))} {...(chosen.sets.length === 0 && { help: t('setup.users.noSets') })} />
            : <Notice>{t('identity.sheet.noRights')}</Notice>}
          {(places?.roles.length ?? 0) > 0 && <Select label={t('identity.sheet.role')} isClearable value={chosen.role} onChange={(role) => set({ role })} placeholder={t('identity.sheet.none')} choices={(places?.roles ?? []).map(({ name, title }) => ({ value: name, label: title }))} />}
          {(places?.teams.length ?? 0) > 0 && <MultiSelect label={t('identity.sheet.teams')} value={chosen.teams} onChange={(next) => set({ teams: next })} placeholder={t('identity.sheet.none')} choices={(places?.teams ?? []).map(({ name, title }) => ({ value: name, label: title }))} />}
          <Select label={t('identity.sheet.language')} isClearable value={chosen.locale} onChange={(locale) => set({ locale })} placeholder={t('identity.sheet.orgLanguage')} choices={languages.map((value) => ({ value, label: languageNames[value] }))} />
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
