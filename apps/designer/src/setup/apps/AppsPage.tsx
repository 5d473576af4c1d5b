import { translate } from '@guanxi/metadata';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, PackagePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, EmptyState, ErrorState, IconButton, Menu, ObjectGlyph, PageHeader, showToast, SkeletonLines, TextLink } from '../../ui/index.js';
import { appsOptions, fetchShippedApp, shippedAppsOptions, type InstalledApp, type ShippedApp } from './apps-queries.js';
import { InstallSheet } from './InstallSheet.js';
import { readBundle } from './read-bundle.js';
import { RemoveAppSheet } from './RemoveAppSheet.js';
import styles from './Apps.module.css';

/** The apps of the org: each a set of documents that came together and can be upgraded, packed and removed together. */
export function AppsPage() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(appsOptions);
  const [chosen, setChosen] = useState<{ readonly bundle: unknown; readonly fileName: string } | null>(null);
  const [removing, setRemoving] = useState<InstalledApp | null>(null);
  const input = useRef<HTMLInputElement>(null);
  usePage({ title: t('shell.setupNav.apps'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.apps') }] });

  const { data: shipped = [] } = useQuery(shippedAppsOptions);
  const offered = shipped.filter(({ document, present }) => present !== document.version);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    const bundle = await readBundle(file);
    if (bundle === undefined) showToast({ message: t('platform.apps.unreadable', { name: file.name }), tone: 'danger' });
    else setChosen({ bundle, fileName: file.name });
  };
  const install = <Button variant="primary" icon={PackagePlus} onPress={() => input.current?.click()}>{t('platform.apps.install')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.apps')} description={t('platform.apps.description')} actions={install} />
      <input ref={input} type="file" accept=".json,application/json" className={styles['file']} tabIndex={-1} aria-label={t('platform.apps.file')}
        onChange={({ target }) => { void choose(target.files?.[0]); target.value = ''; }} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={PackagePlus} title={t('platform.apps.none')} actions={install}>{t('platform.apps.noneBody')}</EmptyState>}
      {data && data.length > 0 && <ul className={styles['cards']}>{data.map((app) => <AppCard key={app.name} app={app} onRemove={() => setRemoving(app)} />)}</ul>}
      {offered.length > 0 && (
        <section className={styles['stack']} aria-labelledby="offered-apps">
          <h2 id="offered-apps" className={styles['heading']}>{t('platform.apps.offered')}</h2>
          <ul className={styles['cards']}>{offered.map((app) => <OfferedCard key={app.document.name} app={app} onChoose={(bundle) => setChosen({ bundle, fileName: app.document.name })} />)}</ul>
        </section>
      )}
      {chosen && <InstallSheet {...chosen} onClose={() => setChosen(null)} />}
      {removing && <RemoveAppSheet app={removing} onClose={() => setRemoving(null)} />}
    </PageBody>
  );
}

/** An app that comes with the product and is not here yet, or only in an older version. */
function OfferedCard({ app: { document, documents, present }, onChoose }: { readonly app: ShippedApp; readonly onChoose: (bundle: unknown) => void }) {
  const { t, i18n } = useTranslation();
  const { mutate, isPending } = useMutation({ mutationFn: () => fetchShippedApp(document.name), onSuccess: onChoose, onError: ({ message }) => showToast({ message, tone: 'danger' }) });
  const title = translate(document.title, document.titles, i18n.language);
  return (
    <li className={styles['card']}>
      <ObjectGlyph name={document.name} icon={document.icon ?? 'box'} hue={document.color ?? document.guanxi.id} size="large" />
      <div className={styles['words']}>
        <div className={styles['name']}>{title}</div>
        <div className={styles['muted']}>{t('platform.apps.documents', { count: documents })}</div>
      </div>
      <Button size="small" isPending={isPending} aria-label={t(present === null ? 'platform.apps.installNamed' : 'platform.apps.upgradeNamed', { name: title })} onPress={() => mutate()}>{t(present === null ? 'platform.apps.act.install' : 'platform.apps.act.upgrade')}</Button>
      <p className={styles['about']}>{translate(document.description ?? '', document.descriptions, i18n.language)}</p>
      <div className={styles['facts']}><Badge>{document.version}</Badge>{present !== null && <span>{t('platform.apps.present', { version: present })}</span>}</div>
    </li>
  );
}

function AppCard({ app, onRemove }: { readonly app: InstalledApp; readonly onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { name, version, publisher, installedAt, documents, document } = app;
  const href = `/setup/apps/${encodeURIComponent(name)}`;
  const title = translate(document.title, document.titles, i18n.language);
  return (
    <li className={styles['card']}>
      <ObjectGlyph name={name} icon={document.icon ?? 'box'} hue={document.color ?? document.guanxi.id} size="large" />
      <div className={styles['words']}>
        <div className={styles['name']}><TextLink href={href}>{title}</TextLink></div>
        <div className={styles['muted']}>{publisher ?? t('platform.apps.noPublisher')}</div>
      </div>
      <Menu label={t('platform.apps.actions', { name: title })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('platform.apps.actions', { name: title })} />} groups={[
        { id: 'open', items: [
          { id: 'author', label: t('platform.apps.open'), onAction: () => void navigate({ to: href }) },
        ] },
        { id: 'remove', items: [{ id: 'remove', label: t('platform.apps.removeMore'), tone: 'danger', onAction: onRemove }] },
      ]} />
      <p className={styles['about']}>{translate(document.description ?? '', document.descriptions, i18n.language)}</p>
      <div className={styles['facts']}>
        <Badge>{version}</Badge>
        {installedAt
          ? <><span>{t('platform.apps.documents', { count: documents })}</span><span title={format.dateTime(installedAt)}>{t('platform.apps.installedAt', { when: format.relative(installedAt) })}</span></>
          : <span>{t('platform.apps.madeHere')}</span>}
      </div>
    </li>
  );
}
