import { Download, ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { CodeText, LinkButton } from '../../ui/index.js';
import styles from './Connect.module.css';

/** Addresses, a first query, types, and how changes are followed. */
export function IntegrateTab() {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const first = workspace?.objects.find(({ platform }) => !platform);
  const query = first ? `{ ${first.plural}(first: 5) { nodes { id ${first.nameField} } totalCount } }` : '{ __typename }';
  const changed = first ? `subscription { ${first.singular}Changed { kind fields record { id ${first.nameField} } } }` : 'subscription { … }';
  const usage = `import { connect } from 'guanxi-sdk';\n\nconst guanxi = connect({ key: process.env.GUANXI_KEY });\nfor await (const record of guanxi.all('${first?.name ?? 'User'}', ['id', '${first?.nameField ?? 'name'}'])) console.log(record);`;
  return (
    <>
      <div className={styles['columns']}>
        <section className={styles['section']} aria-labelledby="api-records">
          <h2 id="api-records" className={styles['title']}>{t('setup.keys.records')}</h2>
          <p className={styles['words']}>{t('setup.keys.recordsBody')}</p>
          <CodeText isBlock isCopyable>{`${location.origin}/graphql`}</CodeText>
          <div><LinkButton size="small" icon={ExternalLink} isExternal href="/graphql">{t('setup.keys.open')}</LinkButton></div>
        </section>
        <section className={styles['section']} aria-labelledby="api-metadata">
          <h2 id="api-metadata" className={styles['title']}>{t('setup.keys.metadata')}</h2>
          <p className={styles['words']}>{t('setup.keys.metadataBody')}</p>
          <CodeText isBlock isCopyable>{`${location.origin}/metadata`}</CodeText>
        </section>
      </div>
      <section className={styles['section']} aria-labelledby="api-try">
        <h2 id="api-try" className={styles['title']}>{t('setup.keys.try')}</h2>
        <CodeText isBlock isCopyable>{`curl ${location.origin}/graphql \\\n  -H 'Authorization: Bearer <key>' \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify({ query })}'`}</CodeText>
      </section>
      <section className={styles['section']} aria-labelledby="api-types">
        <h2 id="api-types" className={styles['title']}>{t('connect.types.title')}</h2>
        <p className={styles['words']}>{t('connect.types.body')}</p>
        <div className={styles['acts']}>
          <LinkButton size="small" variant="primary" icon={Download} isExternal href="/sdk/guanxi-sdk.tgz">{t('connect.types.package')}</LinkButton>
          <LinkButton size="small" icon={Download} isExternal href="/sdk/guanxi.generated.ts">{t('connect.types.download')}</LinkButton>
          <LinkButton size="small" icon={Download} isExternal href="/graphql/schema">{t('connect.types.schema')}</LinkButton>
        </div>
        <CodeText isBlock isCopyable>{`npm install ./guanxi-sdk.tgz\nGUANXI_KEY=<key> node node_modules/guanxi-sdk/example.mjs`}</CodeText>
        <CodeText isBlock isCopyable>{usage}</CodeText>
      </section>
      <section className={styles['section']} aria-labelledby="api-feed">
        <h2 id="api-feed" className={styles['title']}>{t('connect.feed.title')}</h2>
        <p className={styles['words']}>{t('connect.feed.body')}</p>
        <CodeText isBlock isCopyable>{`curl -N '${location.origin}/changes${first ? `?objects=${first.name}` : ''}' \\\n  -H 'Authorization: Bearer <key>' \\\n  -H 'Last-Event-ID: <cursor>'`}</CodeText>
        <p className={styles['words']}>{t('connect.feed.pages')}</p>
        <CodeText isBlock isCopyable>{'query ($after: String) {\n  changes(after: $after, first: 500) {\n    nodes { cursor object id kind fields changes at actorId operationId }\n    endCursor\n    hasMore\n  }\n}'}</CodeText>
        <p className={styles['words']}>{t('connect.feed.subscriptions')}</p>
        <CodeText isBlock isCopyable>{changed}</CodeText>
      </section>
      <section className={styles['section']} aria-labelledby="api-cli">
        <h2 id="api-cli" className={styles['title']}>{t('setup.keys.cli')}</h2>
        <p className={styles['words']}>{t('setup.keys.cliBody')}</p>
        <CodeText isBlock isCopyable>npm run cli -- help</CodeText>
      </section>
    </>
  );
}
