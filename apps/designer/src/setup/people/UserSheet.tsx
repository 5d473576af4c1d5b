import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession, type Problem } from '../../api/index.js';
import { languageNames } from '../../shell/index.js';
import { Checkbox, Button, CopyButton, ErrorSummary, hasModKey, IconButton, isComposing, languages, Select, Sheet, showToast, TextField } from '../../ui/index.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { makePassword } from './make-password.js';
import { permissionSetsOptions, useCreateUser } from './people-queries.js';
import styles from '../form/Form.module.css';

interface Person { readonly name: string; readonly email: string; readonly password: string; readonly permissionSets: readonly string[]; readonly locale: string | null }

/** A new person with a first password that is handed over by hand. */
export function UserSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { isAdmin, setupAreas } = useSession();
  const mayGrant = isAdmin || setupAreas.includes('access');
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const [initial] = useState<Person>(() => ({ name: '', email: '', password: makePassword(), permissionSets: [], locale: null }));
  const [person, setPerson] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const create = useCreateUser();
  const isDirty = person !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<Person>) => setPerson((before) => ({ ...before, ...changes }));
  const { byField, rest } = matchProblems(problems, { name: ['/name', '/input/name'], email: ['/email', '/input/email'], password: ['/password', '/input/password'], permissionSets: ['/permissionSets', '/input/permissionSets'] });
  const missing = { name: person.name.trim() === '', email: !/^[^\s@]+@[^\s@]+$/.test(person.email.trim()), password: person.password === '' };

  const submit = async () => {
    setTried(true);
    if (missing.name || missing.email || missing.password) return;
    const { name, email, password, permissionSets, locale } = person;
    try {
      await create.mutateAsync({ name: name.trim(), email: email.trim(), password, permissionSets, ...(locale && { locale }) });
      showToast({ message: t('setup.users.created', { name: name.trim() }), tone: 'success' });
      onClose();
    } catch (error) {
      setProblems(error instanceof ApiError && error.problems.length > 0 ? error.problems : [{ path: '', code: 'failed', message: error instanceof Error ? error.message : String(error) }]);
    }
  };
  const toggle = (name: string, isOn: boolean) => set({ permissionSets: isOn ? [...person.permissionSets, name] : person.permissionSets.filter((one) => one !== name) });

  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t('setup.users.new')} description={t('setup.users.newHelp')} isGuarded={isDirty}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={create.isPending} onPress={() => void submit()}>{t('setup.users.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TextField label={t('setup.users.name')} isRequired autoFocus value={person.name} onChange={(name) => set({ name })} autoComplete="off" error={byField.name ?? (wasTried && missing.name ? t('setup.users.nameMissing') : null)} />
          <TextField label={t('setup.users.email')} type="email" isRequired value={person.email} onChange={(email) => set({ email })} autoComplete="off" error={byField.email ?? (wasTried && missing.email ? t('setup.users.emailWrong') : null)} />
          <TextField label={t('setup.users.password')} isRequired isCode value={person.password} onChange={(password) => set({ password })} autoComplete="new-password"
            help={t('setup.users.passwordHelp')} error={byField.password ?? (wasTried && missing.password ? t('setup.users.passwordShort') : null)}
            suffix={<><IconButton size="small" icon={RefreshCw} label={t('setup.users.makePassword')} onPress={() => set({ password: makePassword() })} />{person.password !== '' && <CopyButton text={person.password} />}</>} />
          <Select label={t('setup.users.language')} isClearable value={person.locale} onChange={(locale) => set({ locale })} placeholder={t('setup.users.orgLanguage')} choices={languages.map((value) => ({ value, label: languageNames[value] }))} />
          {mayGrant && (
            <fieldset className={styles['picker']}>
              <legend className={styles['legend']}>{t('shell.setupNav.permissions')}</legend>
              {sets.filter(({ name }) => isAdmin || name !== 'admin').map(({ name, title }) => (
                <Checkbox key={name} isSelected={person.permissionSets.includes(name)} onChange={(isOn) => toggle(name, isOn)} {...(name === 'admin' && { help: t('setup.users.adminHelp') })}>{name === 'admin' ? t('setup.users.admin') : title}</Checkbox>
              ))}
              {byField.permissionSets && <p role="alert">{byField.permissionSets}</p>}
              {person.permissionSets.length === 0 && <p className={styles['hint']}>{t('setup.users.noSets')}</p>}
            </fieldset>
          )}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
