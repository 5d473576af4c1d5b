import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { languageNames } from '../../shell/index.js';
import { AlertDialog, Button, FormSection, languages, Select, showToast, SkeletonLines, TextField } from '../../ui/index.js';
import { useUpdateUser, type UserRow } from './people-queries.js';
import styles from './People.module.css';

/** What a person is called, which language the page speaks to them, and what they have beside a password. */
export function ProfileTab({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation();
  const [name, setName] = useState(user.name);
  const [locale, setLocale] = useState<string | null>(user.locale);
  const [error, setError] = useState<string | null>(null);
  const update = useUpdateUser();
  const isDirty = name.trim() !== user.name || locale !== user.locale;
  const save = () => {
    setError(null);
    if (name.trim() === '') return setError(t('setup.users.nameMissing'));
    update.mutate({ id: user.id, input: { name: name.trim(), ...(locale !== null && { locale }) } }, {
      onSuccess: () => showToast({ message: t('identity.user.saved', { name: name.trim() }), tone: 'success' }), onError: (failure) => setError(failure.message),
    });
  };
  return (
    <div className={styles['cards']}>
      <form className={styles['narrow']} noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <TextField label={t('setup.users.name')} value={name} onChange={setName} autoComplete="off" maxLength={200} error={error} />
        <TextField label={t('setup.users.email')} isReadOnly value={user.email} onChange={() => undefined} />
        <Select label={t('setup.users.language')} value={locale} onChange={setLocale} choices={languages.map((value) => ({ value, label: languageNames[value] }))} />
        <div><Button type="submit" variant="primary" isDisabled={!isDirty} isPending={update.isPending}>{t('identity.user.save')}</Button></div>
      </form>
      <FactorsOf user={user} />
    </div>
  );
}

interface Factors { readonly totpSince: string | null; readonly passkeys: readonly { readonly id: string }[]; readonly recoveryCodesLeft: number }

function FactorsOf({ user: { id, name } }: { readonly user: UserRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const { data } = useQuery({
    queryKey: ['setup', 'factors', id],
    queryFn: async ({ signal }) => (await metadataRequest<{ userFactors: Factors }>('query ($id: ID!) { userFactors(userId: $id) { totpSince passkeys { id } recoveryCodesLeft } }', { id }, signal)).userFactors,
  });
  const remove = async () => {
    setPending(true);
    try {
      await metadataRequest('mutation ($id: ID!) { removeFactors(userId: $id) { required } }', { id });
      await client.invalidateQueries({ queryKey: ['setup', 'factors', id] });
      showToast({ message: t('identity.user.factorsRemoved', { name }), tone: 'success' });
    } catch (failure) {
      showToast({ message: failure instanceof Error ? failure.message : String(failure), tone: 'danger' });
    }
    setPending(false);
    setAsking(false);
  };
  if (!data) return <SkeletonLines count={2} />;
  const has = [
    ...(data.totpSince !== null ? [t('identity.user.totpSince', { when: format.date(data.totpSince.slice(0, 10)) })] : []),
    ...(data.passkeys.length > 0 ? [t('identity.user.passkeys', { count: data.passkeys.length })] : []),
    ...(data.recoveryCodesLeft > 0 ? [t('identity.user.codes', { count: data.recoveryCodesLeft })] : []),
  ];
  return (
    <FormSection title={t('identity.user.factors')}>
      {has.length === 0 ? <p className={styles['quiet']}>{t('identity.user.noFactors')}</p> : (
        <>
          <ul className={styles['factors']}>{has.map((each) => <li key={each}>{each}</li>)}</ul>
          <div><Button onPress={() => setAsking(true)}>{t('identity.user.removeFactors')}</Button></div>
        </>
      )}
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('identity.user.removeFactors')} confirmLabel={t('identity.user.removeFactors')} isPending={isPending} onConfirm={() => void remove()}>{t('identity.user.removeFactorsBody', { name })}</AlertDialog>
    </FormSection>
  );
}
