import { useQuery } from '@tanstack/react-query';
import { BellPlus, BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, metadataRequest, queryClient } from '../../api/index.js';
import { IconButton, showToast } from '../../ui/index.js';

interface FollowButtonProps {
  readonly object: string;
  readonly recordId: string;
}

/** Follows a record: whoever does is told what others say and change there. */
export function FollowButton({ object, recordId }: FollowButtonProps) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const key = ['follows', recordId] as const;
  const { data: isFollowing } = useQuery({
    queryKey: key, staleTime: 60_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ follows: boolean }>('query Follows($recordId: ID!) { follows: followsRecord(recordId: $recordId) }', { recordId }, signal)).follows,
  });
  if (isFollowing === undefined) return null;
  const turn = async (on: boolean) => {
    setPending(true);
    try {
      if (on) await metadataRequest('mutation Follow($object: String!, $recordId: ID!) { followRecord(object: $object, recordId: $recordId) }', { object, recordId });
      else await metadataRequest('mutation Unfollow($recordId: ID!) { unfollowRecord(recordId: $recordId) }', { recordId });
      queryClient.setQueryData(key, on);
      showToast({ message: t(on ? 'inbox.follow.on' : 'inbox.follow.off'), isBrief: true });
    } catch (error) {
      showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
    }
    setPending(false);
  };
  return <IconButton icon={isFollowing ? BellRing : BellPlus} label={t(isFollowing ? 'inbox.follow.stop' : 'inbox.follow.start')} isActive={isFollowing} isDisabled={isPending} onPress={() => void turn(!isFollowing)} />;
}
