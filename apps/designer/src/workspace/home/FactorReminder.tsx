import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, Notice } from '../../ui/index.js';
import { factorsOptions } from '../preferences/security-queries.js';
import styles from './Home.module.css';

const KEY = 'factor-reminder-put-off';

/** Who will need a second factor soon hears of it at each sign-in, and can put it off. */
export function FactorReminder() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data } = useQuery(factorsOptions);
  const [isPutOff, setPutOff] = useState(() => sessionStorage.getItem(KEY) !== null);
  if (isPutOff || !data?.requiredFrom || data.totpSince !== null || data.passkeys.length > 0) return null;
  const putOff = () => {
    sessionStorage.setItem(KEY, '');
    setPutOff(true);
  };
  return (
    <div className={styles['reminder']}>
      <Notice
        title={t('workspace.home.factor', { date: format.dateTime(data.requiredFrom) })}
        actions={<><Button size="small" variant="quiet" onPress={putOff}>{t('workspace.home.factorLater')}</Button><Button size="small" onPress={() => void navigate({ to: '/app/preferences', search: { tab: 'security' } })}>{t('workspace.home.factorSet')}</Button></>}
      >
        {t('workspace.home.factorBody')}
      </Notice>
    </div>
  );
}
