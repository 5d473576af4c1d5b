import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import type { TimelineItem } from '../activity/timeline-item.js';

/** What happened to a share of the record, as a sentence. */
export function ShareEvent({ item, name }: { readonly item: TimelineItem; readonly name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!item.share) return null;
  const { with: party, access, until } = item.share;
  const values = { name, party, access: t(`sharing.access.${access === 'EDIT' ? 'edit' : 'read'}`), until: until === null ? '' : format.dateTime(until) };
  const isTimed = until !== null && (item.kind === 'shareShared' || item.kind === 'shareChanged');
  return <Trans i18nKey={`sharing.events.${item.kind}${isTimed ? 'Until' : ''}`} values={values} components={{ strong: <strong /> }} />;
}
