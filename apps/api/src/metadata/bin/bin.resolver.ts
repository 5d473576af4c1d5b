import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { tellProblems } from '@guanxi/metadata';
import type { Actor } from '../../access/actor.js';
import { presentUser } from '../../identity/present-user.js';
import { Users } from '../../identity/users.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { DraftResolver } from '../draft/draft.resolver.js';
import { Drafts } from '../draft/drafts.js';
import { layOver } from '../draft/lay-over.js';
import { Models } from '../models.js';
import { OnlineWork } from '../online/online-work.js';
import { DAYS_IN_BIN } from '../online/upkeep-due.js';
import { DraftResultType } from '../types/draft.type.js';
import { PendingWorkType } from '../types/pending-work.type.js';
import { RemovedItemType } from '../types/removed-item.type.js';
import { Bin } from './bin.js';
import { layBack } from './lay-back.js';

@Resolver(() => RemovedItemType)
@SetupOnly('objects')
export class BinResolver {
  constructor(
    private readonly bin: Bin,
    private readonly drafts: Drafts,
    private readonly draft: DraftResolver,
    private readonly models: Models,
    private readonly online: OnlineWork,
    private readonly users: Users,
  ) {}

  @Query(() => [RemovedItemType], { description: 'Fields and objects that were removed and can be brought back, newest first.' })
  async removedItems(@CurrentActor() { org, access }: Actor): Promise<RemovedItemType[]> {
    const [items, { model }] = await Promise.all([this.bin.list(org), this.models.current(org)]);
    const users = await this.users.findMany(org, items.flatMap(({ removedBy }) => removedBy ?? []));
    const byId = new Map(users.map((user) => [user.id, presentUser(user, org, access)]));
    const objectNames = new Map(items.flatMap((item) => (item.kind === 'object' ? [[item.object, item.document.name] as const] : [])));
    return items.map((item) => {
      const by = item.removedBy === null ? undefined : byId.get(item.removedBy);
      return {
        id: item.id,
        kind: item.kind,
        object: model.objectById.get(item.object)?.name ?? objectNames.get(item.object) ?? item.object,
        ...(item.kind === 'field' && { field: item.document.name }),
        title: item.kind === 'object' ? item.document.title : (item.document.property.title ?? item.document.name),
        removedAt: item.removedAt,
        ...(by && { removedBy: by }),
        revision: item.revision,
        dropsAt: new Date(item.removedAt.getTime() + DAYS_IN_BIN * 86_400_000),
      };
    });
  }

  @Mutation(() => DraftResultType, { description: 'Lays something removed into the draft as it was; publishing it brings the values back.' })
  async bringBack(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<DraftResultType> {
    const { org, locale } = actor;
    const items = await this.bin.list(org);
    const item = items.find((one) => one.id === id);
    if (!item) throw new ApiFailure('NOT_FOUND', wordings.gone);
    const { published, changes } = await this.drafts.load(org);
    const fields = items.filter((one) => one.kind === 'field');
    const blank = new Set<string>();
    for (const field of fields) if (field.id === id || field.revision === item.revision) if (await this.bin.hasBlanks(org, field)) blank.add(field.id);
    const documents = layBack(item, items, layOver(published, changes), (field) => blank.has(field.id));
    if (!documents) throw new ApiFailure('CONFLICT', item.kind === 'field' ? wordings.noObject : wordings.taken);
    const { problems } = await this.drafts.edit(org, actor, { documents, remove: [] });
    return problems.length > 0 ? { problems: tellProblems(problems, locale) } : { draft: await this.draft.draft(actor), problems: [] };
  }

  @Query(() => [PendingWorkType], { description: 'What publishing has left for after the commit and is not done yet, oldest first.' })
  pendingWork(@CurrentActor() { org }: Actor): Promise<readonly PendingWorkType[]> {
    return this.online.list(org);
  }
}

const wordings = {
  gone: {
    en: 'This is not in the bin any more: it was brought back or dropped for good.',
    'zh-TW': '此項目已不在回收桶中：可能已復原或永久刪除。',
    'zh-CN': '此项目已不在回收站中：可能已恢复或永久删除。',
  },
  noObject: {
    en: 'The object of this field is not there. Bring the object back first and publish.',
    'zh-TW': '此欄位所屬的物件不存在。請先復原該物件並發佈。',
    'zh-CN': '此字段所属的对象不存在。请先恢复该对象并发布。',
  },
  taken: {
    en: 'There is another object of this name. Rename that one first.',
    'zh-TW': '已有同名的物件，請先將其更名。',
    'zh-CN': '已有同名的对象，请先将其重命名。',
  },
};
