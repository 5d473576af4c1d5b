import { Injectable } from '@nestjs/common';
import type { Wording } from '@guanxi/field-types';
import type { WorkflowDocument } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Drafts } from '../metadata/draft/drafts.js';
import { Models } from '../metadata/models.js';
import { Publisher } from '../metadata/publish/publisher.js';
import { findByName } from './find-by-name.js';

/** True for a published workflow that acts before saves and is on. */
export function isOnBeforeSaves({ trigger }: WorkflowDocument): boolean {
  return 'beforeSave' in trigger && trigger.beforeSave.active !== false;
}

/**
 * Switches workflows that act before saves. They are a part of how records are saved, as rules are: the switch stands in the
 * document and is published with it, so that no save under way on any process misses it.
 */
@Injectable()
export class SaveSwitch {
  constructor(
    private readonly models: Models,
    private readonly drafts: Drafts,
    private readonly publisher: Publisher,
  ) {}

  /** Answers whether the workflow is one that acts before saves; others are not its business. */
  async turn(actor: Actor, name: string, active: boolean): Promise<boolean> {
    const { org, userId, access, locale } = actor;
    const workflow = findByName((await this.models.current(org)).model.workflows, name);
    if (!('beforeSave' in workflow.trigger)) return false;
    if (isOnBeforeSaves(workflow) === active) return true;
    const { baseRevision, changes } = await this.drafts.load(org);
    const { guanxi: { id } } = workflow;
    if (changes.documents.some(({ guanxi }) => guanxi.id === id) || changes.removed.includes(id)) throw new ApiFailure('CONFLICT', inDraft);
    const turned: WorkflowDocument = { ...workflow, trigger: { beforeSave: { ...workflow.trigger.beforeSave, active } } };
    const key = { kind: 'workflow', name };
    const { problems } = await this.drafts.edit(org, actor, { documents: [turned], remove: [] });
    const outcome = problems.length > 0 ? undefined : await this.publisher.publish(org, { baseRevision, consents: [], only: [key], userId, access, locale });
    if (outcome?.kind === 'published') return true;
    await this.drafts.takeBack(org, actor, key);
    throw new ApiFailure('CONFLICT', outcome?.kind === 'stale' ? overtaken : refused, { problems: outcome?.kind === 'refused' ? outcome.problems : problems });
  }
}

const inDraft: Wording = {
  en: 'The workflow has unpublished changes. Publish or discard them first.', 'zh-TW': '此工作流程有尚未發佈的變更，請先發佈或捨棄。', 'zh-CN': '此工作流有尚未发布的更改，请先发布或放弃。',
};
const overtaken: Wording = {
  en: 'Somebody published in the meantime. Try again.', 'zh-TW': '這段期間有人發佈了變更，請再試一次。', 'zh-CN': '这段时间有人发布了更改，请再试一次。',
};
const refused: Wording = {
  en: 'The workflow does not fit the org as it is now. Open it and mend it first.', 'zh-TW': '此工作流程與組織目前的設定不符，請先開啟並修正。', 'zh-CN': '此工作流与组织当前的设置不符，请先打开并修正。',
};
