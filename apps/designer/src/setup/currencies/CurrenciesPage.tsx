import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Coins, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, metadataRequest, useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, DateField, DecimalField, EmptyState, ErrorState, IconButton, PageHeader, showToast, SimpleTable, SkeletonLines, TextField } from '../../ui/index.js';
import styles from './Currencies.module.css';

interface CurrencyRate { readonly code: string; readonly startsOn: string; readonly rate: string | null }

const ratesOptions = queryOptions({
  queryKey: ['setup', 'currency-rates'],
  queryFn: async ({ signal }) => (await metadataRequest<{ currencyRates: CurrencyRate[] }>('query { currencyRates { code startsOn rate } }', {}, signal)).currencyRates,
});

/** What the org's currency was worth in others, day by day. */
export function CurrenciesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { org } = useSession();
  const client = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(ratesOptions);
  const { mutate: set, isPending: isSaving, error: refused } = useMutation({
    mutationFn: (rates: readonly CurrencyRate[]) => metadataRequest('mutation ($rates: [CurrencyRateInput!]!) { setCurrencyRates(rates: $rates) { code } }', { rates }),
    onSuccess: () => client.invalidateQueries({ queryKey: ratesOptions.queryKey }),
  });
  const [code, setCode] = useState('');
  const [startsOn, setStartsOn] = useState<string | null>(() => new Date().toISOString().slice(0, 10));
  const [rate, setRate] = useState<string | null>(null);
  usePage({ title: t('shell.setupNav.currencies'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.currencies') }] });
  const faultOf = (key: string): string | undefined => (refused instanceof ApiError ? refused.problems.find(({ path }) => path.endsWith(`/${key}`))?.message : undefined);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (startsOn !== null && rate !== null) set([{ code: code.trim().toUpperCase(), startsOn, rate }], { onSuccess: () => { setCode(''); setRate(null); showToast({ message: t('platform.currencies.saved'), tone: 'success' }); } });
  };
  const remove = (one: CurrencyRate) => set([{ ...one, rate: null }], { onSuccess: () => showToast({ message: t('platform.currencies.removed'), onUndo: () => set([one]) }) });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.currencies')} description={t('platform.currencies.description', { own: org.currency })} />
      <form className={styles['form']} noValidate onSubmit={add}>
        <TextField label={t('platform.currencies.code')} isCode isRequired maxLength={3} placeholder="EUR" value={code} onChange={setCode} error={faultOf('code')} />
        <DateField label={t('platform.currencies.startsOn')} isRequired value={startsOn} onChange={setStartsOn} error={faultOf('startsOn')} />
        <DecimalField label={t('platform.currencies.rate')} isRequired value={rate} onChange={setRate} error={faultOf('rate')} />
        <Button type="submit" variant="primary" isPending={isSaving} isDisabled={code.trim() === '' || startsOn === null || rate === null}>{t('platform.currencies.add')}</Button>
      </form>
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={Coins} title={t('platform.currencies.none')}>{t('platform.currencies.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('platform.currencies.label')} rows={data} rowKey={({ code: one, startsOn: day }) => `${one} ${day}`} columns={[
          { id: 'code', header: t('platform.currencies.code'), render: (one) => one.code },
          { id: 'from', header: t('platform.currencies.startsOn'), render: (one) => format.date(one.startsOn) },
          { id: 'rate', header: t('platform.currencies.rate'), align: 'end', render: (one) => t('platform.currencies.means', { own: org.currency, rate: one.rate ?? '', code: one.code }) },
          { id: 'remove', header: '', align: 'end', render: (one) => <IconButton size="small" icon={X} label={t('platform.currencies.remove', { code: one.code, day: format.date(one.startsOn) })} onPress={() => remove(one)} /> },
        ]} />
      )}
    </PageBody>
  );
}
