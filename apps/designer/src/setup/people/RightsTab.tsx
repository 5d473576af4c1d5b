import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { Badge, Button, Checkbox, Dialog, Notice, showToast } from '../../ui/index.js';
import { AccessChangeReview } from '../explain/AccessChangeReview.js';
import { permissionSetsOptions, usersOptions, useUpdateUser, type UserRow } from './people-queries.js';
import formStyles from '../form/Form.module.css';
import styles from './People.module.css';

/** The permission sets of a person; before a change is made it says what is given and taken. */
export function RightsTab({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation();
  const { user: self, isAdmin, setupAreas } = useSession();
  const mayGrant = isAdmin || setupAreas.includes('access');
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: users = [] } = useQuery(usersOptions);
  const [chosen, setChosen] = useState(user.permissionSets);
  const [isReviewing, setReviewing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const update = useUpdateUser();
  const given = chosen.filter((name) => !user.permissionSets.includes(name));
  const taken = user.permissionSets.filter((name) => !chosen.includes(name));
  const isDirty = given.length + taken.length > 0;
  const isLastAdmin = user.permissionSets.includes('admin') && user.status === 'ACTIVE' && users.filter(({ permissionSets, status }) => status === 'ACTIVE' && permissionSets.includes('admin')).length === 1;
  const titleOf = (name: string) => (name === 'admin' ? t('setup.users.admin') : sets.find((one) => one.name === name)?.title ?? name);
  const save = () => update.mutate({ id: user.id, input: { permissionSets: chosen } }, {
    onSuccess: () => { setReviewing(false); showToast({ message: t('identity.user.saved', { name: user.name }), tone: 'success', onUndo: () => update.mutate({ id: user.id, input: { permissionSets: user.permissionSets } }) }); },
    onError: (failure) => setRefusal(failure.message),
  });
  return (
    <div className={styles['narrow']}>
      <fieldset className={formStyles['picker']} disabled={!mayGrant}>
        <legend className={formStyles['legend']}>{t('identity.user.rights')}</legend>
        {sets.map(({ name }) => {
          const isFixed = !mayGrant || (name === 'admin' && (!isAdmin || isLastAdmin));
          return (
            <Checkbox key={name} isSelected={chosen.includes(name)} isDisabled={isFixed} onChange={(isOn) => setChosen((before) => (isOn ? [...before, name] : before.filter((one) => one !== name)))}
              {...(name === 'admin' && { help: t(isLastAdmin ? 'identity.user.lastAdmin' : 'setup.users.adminHelp') })}>{titleOf(name)}</Checkbox>
          );
        })}
        {chosen.length === 0 && <p className={formStyles['hint']}>{t('setup.users.noSets')}</p>}
      </fieldset>
      {user.id === self.id && taken.includes('admin') && <Notice tone="warning">{t('setup.users.losingAdmin')}</Notice>}
      <div className={styles['row']}>
        <Button variant="primary" isDisabled={!isDirty} onPress={() => { setRefusal(null); setReviewing(true); }}>{t('identity.user.save')}</Button>
        {isDirty && <Button variant="quiet" onPress={() => setChosen(user.permissionSets)}>{t('ui.cancel')}</Button>}
      </div>
      <Dialog isOpen={isReviewing} onOpenChange={setReviewing} size="small" title={t('identity.user.review')} description={t('identity.user.reviewBody', { name: user.name })}
        footer={<><Button onPress={() => setReviewing(false)}>{t('ui.cancel')}</Button><Button variant="primary" isPending={update.isPending} onPress={save}>{t('identity.user.confirm')}</Button></>}>
        <div className={formStyles['stack']}>
          {refusal !== null && <Notice tone="danger" isAnnounced>{refusal}</Notice>}
          <SetList title={t('identity.user.before')} names={user.permissionSets.map(titleOf)} />
          <SetList title={t('identity.user.after')} names={chosen.map(titleOf)} marked={given.map(titleOf)} />
          <ul className={styles['change']}>
            {given.map((name) => <li key={name}><Badge tone="success">{t('identity.user.given')}</Badge> {titleOf(name)}</li>)}
            {taken.map((name) => <li key={name}><Badge tone="danger">{t('identity.user.taken')}</Badge> {titleOf(name)}</li>)}
          </ul>
          {isReviewing && <AccessChangeReview planned={{ people: [{ userId: user.id, permissionSets: chosen }] }} />}
        </div>
      </Dialog>
    </div>
  );
}

function SetList({ title, names, marked = [] }: { readonly title: string; readonly names: readonly string[]; readonly marked?: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className={formStyles['legend']}>{title}</p>
      <span className={styles['sets']}>{names.length === 0 ? <span className={styles['quiet']}>{t('ui.none')}</span> : names.map((name) => <Badge key={name} tone={marked.includes(name) ? 'success' : 'neutral'}>{name}</Badge>)}</span>
    </div>
  );
}
