import { say } from '@guanxi/field-types';
import type { Model } from '../model/model.js';
import { changeAttachments } from './attachments/change-attachments.js';
import type { FoundChange } from './change.js';
import { changes, type ChangeKind } from './changes/registry.js';
import { emptyModel, pairModels } from './model-pair.js';
import type { Place, PlannedChange } from './planned-change.js';

/**
 * What has to be done so that the tables of `from` become those of `to`; null is an org that has none yet. Pure: the
 * statements are values. Run in order in one transaction, with the work for afterwards done, they leave the same catalog as
 * making `to` from nothing.
 */
export function plan(from: Model | null, to: Model, place: Place): readonly PlannedChange[] {
  const pair = pairModels(from ?? emptyModel, to);
  const found = (Object.keys(changes) as ChangeKind[]).flatMap((kind) => changes[kind].find(pair, place).map((change) => ({ kind, change })));
  const surroundings = changeAttachments(pair, place, found.map(({ change }) => change));
  return found.map(({ kind, change }, index) => {
    const { before = [], after = [], afterwards = [] } = surroundings[index] ?? {};
    return planned(kind, change, { statements: [...before, ...(change.statements ?? []), ...after], afterwards: [...(change.afterwards ?? []), ...afterwards] });
  });
}

function planned(kind: ChangeKind, change: FoundChange, work: Pick<PlannedChange, 'statements' | 'afterwards'>): PlannedChange {
  const { subject, sentence, object, field, risk, count, examples, locked, bin, blockedWhenCounted = false } = change;
  return Object.freeze({
    id: `${kind}:${subject}`,
    kind,
    risk,
    ...(object === undefined ? {} : { object }),
    ...(field === undefined ? {} : { field }),
    ...(count === undefined ? {} : { count }),
    ...(examples === undefined ? {} : { examples }),
    ...(locked === undefined ? {} : { locked }),
    ...(bin === undefined ? {} : { bin }),
    sentence: (locale: string) => say(sentence, locale),
    blockedWhenCounted,
    ...work,
  });
}
