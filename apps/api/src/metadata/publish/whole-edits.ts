import { Injectable } from '@nestjs/common';
import type { Wording } from '@guanxi/field-types';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import type { Actor } from '../../access/actor.js';
import type { DraftEdit } from '../draft/lay-in.js';
import { Drafts } from '../draft/drafts.js';
import type { PublishResultType } from '../types/plan.type.js';
import { Publisher } from './publisher.js';

/** Edits that are published as one step of their own, as the installing of an app: all of it, or nothing and no draft left behind. */
@Injectable()
export class WholeEdits {
  constructor(
    private readonly drafts: Drafts,
    private readonly publisher: Publisher,
  ) {}

  async publish(actor: Actor, edit: DraftEdit, consents: readonly string[]): Promise<PublishResultType> {
    const { org, userId, access, locale } = actor;
    const { baseRevision, changes } = await this.drafts.load(org);
    if (changes.documents.length + changes.removed.length > 0) throw new ApiFailure('CONFLICT', unpublished);
    const { problems } = await this.drafts.edit(org, actor, edit);
    if (problems.length > 0) return { problems };
    const outcome = await this.publisher.publish(org, { baseRevision, consents, userId, access, locale });
    if (outcome.kind === 'published') return { revision: outcome.revision, plan: outcome.plan, problems: [] };
    await this.drafts.discard(org, actor);
    if (outcome.kind === 'stale') throw new ApiFailure('CONFLICT', overtaken);
    return { plan: outcome.plan, problems: outcome.problems };
  }
}

const unpublished: Wording = {
  en: 'There are unpublished changes. Publish or discard them first.',
  'zh-TW': '有尚未發佈的變更，請先發佈或捨棄。',
  'zh-CN': '有尚未发布的更改，请先发布或放弃。',
};
const overtaken: Wording = {
  en: 'Somebody published in the meantime. Look at the changes again.',
  'zh-TW': '這段期間有人發佈了變更，請重新查看。',
  'zh-CN': '这段时间有人发布了更改，请重新查看。',
};
