import { useTranslation } from 'react-i18next';
import { CopyButton, Notice, TextField } from '../../ui/index.js';
import type { Invited } from './people-queries.js';
import styles from '../form/Form.module.css';

/** What became of addresses that got no mail: why, or the link that is handed over instead. */
export function InvitedList({ invited }: { readonly invited: readonly Invited[] }) {
  const { t } = useTranslation();
  const linked = invited.flatMap(({ email, link }) => (link === null ? [] : [{ email, link }]));
  const refused = invited.filter(({ problems }) => problems.length > 0);
  return (
    <div className={styles['stack']}>
      {linked.length > 0 && <Notice tone="warning">{t('identity.sheet.links')}</Notice>}
      {linked.map(({ email, link }) => <TextField key={email} label={email} isReadOnly isCode value={link} onChange={() => undefined} suffix={<CopyButton text={link} />} />)}
      {refused.length > 0 && (
        <Notice tone="danger" title={t('identity.sheet.notSent')} isAnnounced>
          <ul className={styles['plain']}>{refused.map(({ email, problems }) => <li key={email}>{problems.map(({ message }) => message).join(' ')}</li>)}</ul>
        </Notice>
      )}
    </div>
  );
}
