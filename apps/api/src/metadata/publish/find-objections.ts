import type { Problem } from '@guanxi/metadata';
import type { RecordedChange } from '../../database/entities/revision-row.js';

/** Why a plan cannot be carried out as it stands: records in the way, and losses that nobody has agreed to. */
export function findObjections(changes: readonly RecordedChange[], consents: readonly string[]): readonly Problem[] {
  return changes.flatMap((change): readonly Problem[] => {
    const path = `/changes/${change.id}`;
    if (change.blocking) {
      return [{ path, code: 'blocked', message: `${change.sentence} Records that do not fit: ${change.rows}.`, hint: 'Change those records first, or take this change back.' }];
    }
    if (change.risk === 'destroying' && !consents.includes(change.id)) {
      return [{ path, code: 'consentNeeded', message: change.sentence, hint: 'Name this change in "consents" to agree to the loss.' }];
    }
    return [];
  });
}
