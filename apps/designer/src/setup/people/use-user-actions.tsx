import { KeyRound, LogOut, MailPlus, UserCheck, UserX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { AlertDialog, showToast, type MenuGroup } from '../../ui/index.js';
import { LinkDialog } from './LinkDialog.js';
import { useEndSessions, useResendInvitation, useRevokeInvitation, useSendPasswordReset, useUpdateUser, type UserRow } from './people-queries.js';
import { DeactivatePeople } from './place/DeactivatePeople.js';

/** What can be done with a person, as a menu, and the dialogs that some of it opens. */
export function useUserActions(): { readonly groupsFor: (user: UserRow) => readonly MenuGroup[]; readonly dialogs: ReactNode } {
  const { t } = useTranslation();
  const session = useSession();
  const [leaving, setLeaving] = useState<UserRow | null>(null);
  const [revoking, setRevoking] = useState<UserRow | null>(null);
  const [handed, setHanded] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const [update, resend, revoke, reset, end] = [useUpdateUser(), useResendInvitation(), useRevokeInvitation(), useSendPasswordReset(), useEndSessions()];
  const succeed = (message: string) => showToast({ message, tone: 'success' });
  const onError = (failure: Error) => { setRevoking(null); showToast({ message: failure.message, tone: 'danger' }); };
  const handOver = (user: UserRow, link: string | null, sent: string) => (link === null ? succeed(sent) : setHanded({ name: user.name, link }));

  const groupsFor = (user: UserRow): readonly MenuGroup[] => {
    const isSelf = user.id === session.user.id;
    if (user.status === 'INVITED') {
      return [{ id: 'invitation', items: [
        { id: 'resend', label: t('identity.users.resend'), icon: MailPlus, onAction: () => resend.mutate(user.id, { onSuccess: (link) => handOver(user, link, t('identity.users.resent', { email: user.email })), onError }) },
        { id: 'revoke', label: t('identity.users.revoke'), icon: UserX, tone: 'danger', onAction: () => setRevoking(user) },
      ] }];
    }
    if (user.status === 'INACTIVE') {
      return [{ id: 'active', items: [{ id: 'on', label: t('setup.users.activate'), icon: UserCheck, onAction: () => update.mutate({ id: user.id, input: { active: true } }, { onSuccess: () => succeed(t('setup.users.activated', { name: user.name })), onError }) }] }];
    }
    return [
      { id: 'credentials', items: [
        { id: 'reset', label: t('identity.users.sendReset'), icon: KeyRound, onAction: () => reset.mutate(user.id, { onSuccess: (link) => handOver(user, link, t('identity.users.resetSent', { name: user.name })), onError }) },
        { id: 'end', label: t('identity.users.logOut'), icon: LogOut, isDisabled: isSelf, onAction: () => end.mutate(user.id, { onSuccess: (count) => succeed(t('identity.users.loggedOut', { name: user.name, count })), onError }) },
      ] },
      { id: 'active', items: [{ id: 'off', label: t('setup.users.deactivate'), icon: UserX, tone: 'danger', isDisabled: isSelf, onAction: () => setLeaving(user) }] },
    ];
  };

  const dialogs = (
    <>
      {leaving && <DeactivatePeople people={[leaving]} onClose={() => setLeaving(null)} />}
      {handed && <LinkDialog {...handed} onClose={() => setHanded(null)} />}
      <AlertDialog isOpen={revoking !== null} onOpenChange={() => setRevoking(null)} title={t('identity.users.revokeTitle', { name: revoking?.name ?? '' })} confirmLabel={t('identity.users.revoke')} isPending={revoke.isPending}
        onConfirm={() => { if (revoking) revoke.mutate(revoking.id, { onSuccess: () => { succeed(t('identity.users.revoked', { name: revoking.name })); setRevoking(null); }, onError }); }}>
        {t('identity.users.revokeBody')}
      </AlertDialog>
    </>
  );
  return { groupsFor, dialogs };
}
