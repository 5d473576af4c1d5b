import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { CodeText, SimpleTable } from '../../ui/index.js';
import type { PrivacyRequest } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** What was done, in numbers: nothing in it tells who the person was. */
export function Certificate({ request: { id, erased, sandboxes, held, exports, lastSha256 } }: { readonly request: PrivacyRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const rows = erased.filter(({ count }) => count > 0);
  return (
    <section className={styles['section']} aria-label={t('privacy.certificate')}>
      <h2 className={styles['heading']}>{t('privacy.certificate')}</h2>
      <p className={styles['words']}>{t('privacy.certificateBody')} <CodeText>{id}</CodeText></p>
      {rows.length > 0 && <SimpleTable label={t('privacy.certificate')} rows={rows} rowKey={({ what }) => what} columns={[
        { id: 'what', header: t('privacy.erasedFrom'), render: ({ what }) => names.place(what) },
        { id: 'count', header: t('privacy.count'), align: 'end', render: ({ count }) => format.number(count) },
      ]} />}
      {held > 0 && <p className={styles['words']}>{t('privacy.held', { count: held })}</p>}
      {sandboxes > 0 && <p className={styles['words']}>{t('privacy.erasedSandboxes', { count: sandboxes })}</p>}
      {exports > 0 && <p className={styles['words']}>{t('privacy.copies', { count: exports })} {lastSha256 !== null && <>SHA-256: <CodeText>{lastSha256}</CodeText></>}</p>}
    </section>
  );
}
