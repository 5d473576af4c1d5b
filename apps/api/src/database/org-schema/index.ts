import type { RawBuilder } from 'kysely';
import { records } from './0001-records.js';
import { automation } from './0002-automation.js';
import { activity } from './0003-activity.js';
import { exchange } from './0004-exchange.js';
import { files } from './0005-files.js';
import { publishing } from './0006-publishing.js';
import { merging } from './0007-merging.js';
import { operations } from './0008-operations.js';
import { search } from './0009-search.js';
import { webhooks } from './0010-webhooks.js';
import { imports } from './0011-imports.js';
import { exports } from './0012-exports.js';
import { bins } from './0013-bins.js';
import { documents } from './0014-documents.js';
import { views } from './0015-views.js';
import { deliveryNotes } from './0016-delivery-notes.js';
import { attachments } from './0016-attachments.js';
import { mail } from './0017-mail.js';
import { purges } from './0018-purges.js';
import { restingRuns } from './0019-resting-runs.js';
import { calendars } from './0020-calendars.js';
import { calls } from './0021-calls.js';
import { people } from './0022-people.js';
import { milestones } from './0023-milestones.js';
import { fairness } from './0024-fairness.js';
import { sharing } from './0025-sharing.js';
import { shareEvents } from './0027-share-events.js';
import { standing } from './0028-standing.js';
import { privacy } from './0029-privacy.js';
import { consent } from './0030-consent.js';
import { runsWrittenOnce } from './0031-runs-written-once.js';
import { retention } from './0032-retention.js';
import { trace } from './0033-trace.js';
import { holds } from './0034-holds.js';
import { ownersById } from './0036-owners-by-id.js';
import { callSecrets } from './0039-call-secrets.js';
import { favourites } from './0040-favourites.js';
import { workflowWeights } from './0041-workflow-weights.js';
import { fieldsByOwners } from './0042-fields-by-owners.js';
import { replacedMentions } from './0043-replaced-mentions.js';
import { notificationChoices } from './0045-notification-choices.js';
import { stoppedOperations } from './0045-stopped-operations.js';
import { filesOfPeople } from './0058-files-of-people.js';
import { stoppedWork } from './0047-stopped-work.js';
import { mergedShares } from './0050-merged-shares.js';
import { managers } from './0051-managers.js';
import { translatedSteps } from './0052-translated-steps.js';
import { editedComments } from './0053-edited-comments.js';

export interface OrgMigration {
  /** Recorded per org; never changed once released. */
  readonly name: string;
  readonly statements: (schema: string) => RawBuilder<unknown>[];
}

/** The tables that every org's schema has beside those of its objects, oldest first. A new one: a file and a line. */
export const orgMigrations: readonly OrgMigration[] = [
  { name: '0001-records', statements: records },
  { name: '0002-automation', statements: automation },
  { name: '0003-activity', statements: activity },
  { name: '0004-exchange', statements: exchange },
  { name: '0005-files', statements: files },
  { name: '0006-publishing', statements: publishing },
  { name: '0007-merging', statements: merging },
  { name: '0008-operations', statements: operations },
  { name: '0009-search', statements: search },
  { name: '0010-webhooks', statements: webhooks },
  { name: '0011-imports', statements: imports },
  { name: '0012-exports', statements: exports },
  { name: '0013-bins', statements: bins },
  { name: '0014-documents', statements: documents },
  { name: '0015-views', statements: views },
  { name: '0016-delivery-notes', statements: deliveryNotes },
  { name: '0016-attachments', statements: attachments },
  { name: '0017-mail', statements: mail },
  { name: '0018-purges', statements: purges },
  { name: '0019-resting-runs', statements: restingRuns },
  { name: '0020-calendars', statements: calendars },
  { name: '0021-calls', statements: calls },
  { name: '0022-people', statements: people },
  { name: '0023-milestones', statements: milestones },
  { name: '0024-fairness', statements: fairness },
  { name: '0025-sharing', statements: sharing },
  { name: '0027-share-events', statements: shareEvents },
  { name: '0028-standing', statements: standing },
  { name: '0029-privacy', statements: privacy },
  { name: '0030-consent', statements: consent },
  { name: '0031-runs-written-once', statements: runsWrittenOnce },
  { name: '0032-retention', statements: retention },
  { name: '0033-trace', statements: trace },
  { name: '0034-holds', statements: holds },
  { name: '0036-owners-by-id', statements: ownersById },
  { name: '0039-call-secrets', statements: callSecrets },
  { name: '0040-favourites', statements: favourites },
  { name: '0041-workflow-weights', statements: workflowWeights },
  { name: '0042-fields-by-owners', statements: fieldsByOwners },
  { name: '0043-replaced-mentions', statements: replacedMentions },
  { name: '0045-notification-choices', statements: notificationChoices },
  { name: '0045-stopped-operations', statements: stoppedOperations },
  { name: '0047-stopped-work', statements: stoppedWork },
  { name: '0050-merged-shares', statements: mergedShares },
  { name: '0051-managers', statements: managers },
  { name: '0052-translated-steps', statements: translatedSteps },
  { name: '0053-edited-comments', statements: editedComments },
  { name: '0058-files-of-people', statements: filesOfPeople },
];
