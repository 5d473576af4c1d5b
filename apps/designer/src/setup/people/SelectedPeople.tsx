import { KeyRound, LogOut, MailPlus, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, showToast, useShortcut } from '../../ui/index.js';
import { InvitedList } from './InvitedList.js';
import { useEndSessions, useResendInvitation, useSendPasswordReset, type Invited, type UserRow } from './people-queries.js';
import styles from './People.module.css';
import { DeactivatePeople } from './place/DeactivatePeople.js';

/** What can be done with several people at once: one after another, and what fails for one is told. */
export function SelectedPeople({ people, onClear }: { readonly people: readonly UserRow[]; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  // Kept as they were when it began: who is switched off is active no more while the rest is told.
  const [leaving, setLeaving] = useState<readonly UserRow[]>([]);
  const [handed, setHanded] = useState<readonly Invited[]>([]);
  const [resend, reset, end] = [useResendInvitation(), useSendPasswordReset(), useEndSessions()];
  useShortcut({ keys: 'esc', label: t('identity.users.clear'), section: t('shell.commands.here'), run: onClear });
  const active = people.filter(({ status }) => status === 'ACTIVE');
  const invited = people.filter(({ status }) => status === 'INVITED');
  const run = async (chosen: readonly UserRow[], work: (id: string) => Promise<unknown>) => {
    setPending(true);
    const failures: string[] = [];
    const links: Invited[] = [];
    for (const { id, email } of chosen) {
      try {
        const answer = await work(id);
        if (typeof answer === 'string') links.push({ email, link: answer, user: null, problems: [] });
      } catch (failure) {
        failures.push(failure instanceof Error ? failure.message : String(failure));
      }
    }
    setHanded(links);
    setPending(false);
    const [message] = failures;
    if (message === undefined) { showToast({ message: t('identity.users.bulkDone', { count: chosen.length }), tone: 'success' }); if (links.length === 0) onClear(); }
    else showToast({ message: t('identity.users.bulkSome', { done: chosen.length - failures.length, failed: failures.length, message }), tone: 'danger' });
  };
  return (
    <div className={styles['place']}>
      <div className={styles['floating']} role="toolbar" aria-label={t('identity.users.selected', { count: people.length })}>
        <strong>{t('identity.users.selected', { count: people.length })}</strong>
        {invited.length > 0 && <Button size="small" icon={MailPlus} isDisabled={isPending} onPress={() => void run(invited, (id) => resend.mutateAsync(id))}>{t('identity.users.resend')}</Button>}
        {active.length > 0 && (
          <>
            <Button size="small" icon={KeyRound} isDisabled={isPending} onPress={() => void run(active, (id) => reset.mutateAsync(id))}>{t('setup.users.reset')}</Button>
            <Button size="small" icon={LogOut} isDisabled={isPending} onPress={() => void run(active, (id) => end.mutateAsync(id))}>{t('identity.users.logOut')}</Button>
            <Button size="small" icon={UserX} isDisabled={isPending} onPress={() => setLeaving(active)}>{t('setup.users.deactivate')}</Button>
          </>
        )}
        <Button size="small" variant="quiet" onPress={onClear}>{t('identity.users.clear')}</Button>
      </div>
      <Dialog isOpen={handed.length > 0} onOpenChange={() => setHanded([])} title={t('identity.users.linkTitle')} isGuarded footer={<Button variant="primary" onPress={() => setHanded([])}>{t('identity.sheet.done')}</Button>}>
        <InvitedList invited={handed} />
      </Dialog>
      {leaving.length > 0 && <DeactivatePeople people={leaving} onClose={() => setLeaving([])} onDone={onClear} />}
    </div>
  );
}
