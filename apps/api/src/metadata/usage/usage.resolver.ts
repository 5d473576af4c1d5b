import { Args, Query, Resolver } from '@nestjs/graphql';
import { fieldUsage, nearMissHint, objectUsage, parseDocuments, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Wording } from '@guanxi/field-types';
import { say } from '@guanxi/field-types';
import type { Actor } from '../../access/actor.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import type { Org } from '../../orgs/org.js';
import { Drafts } from '../draft/drafts.js';
import { layOver } from '../draft/lay-over.js';
import { Models } from '../models.js';
import { FieldStatisticType, PicklistUseType, UsageType } from '../types/usage.type.js';
import { DAYS_OF_API_USE, readApiUses } from './api-uses.js';
import { FieldStatistics } from './field-statistics.js';

/** Who would miss something, and how much it is used; asked before it goes or changes. */
@Resolver(() => UsageType)
@SetupOnly('objects')
export class UsageResolver {
  constructor(
    private readonly drafts: Drafts,
    private readonly models: Models,
    private readonly database: OrgDatabase,
    private readonly statistics: FieldStatistics,
  ) {}

  @Query(() => [UsageType], { description: 'Every place that names a field, the draft taken into account, and the requests of API clients that did lately.' })
  async fieldUsage(@CurrentActor() { org, locale }: Actor, @Args('object') object: string, @Args('field') field: string): Promise<readonly UsageType[]> {
    const model = await this.draftedModel(org);
    findField(findObject(model, object), field);
    const use = (await readApiUses(this.database.session(org), org, object)).get(field);
    const title = use && say({ ...apiUse, words: { uses: String(use.uses), days: String(DAYS_OF_API_USE), day: use.lastDay } }, locale);
    return [...fieldUsage(model, object, field), ...(title === undefined ? [] : [{ kind: 'api', name: `${object}.${field}`, title, path: `/api:${object}/${field}`, area: 'api' }])];
  }

  @Query(() => [UsageType], { description: 'Every place that names an object, the draft taken into account.' })
  async objectUsage(@CurrentActor() { org }: Actor, @Args('object') name: string): Promise<readonly UsageType[]> {
    const model = await this.draftedModel(org);
    return objectUsage(model, findObject(model, name).name);
  }

  @Query(() => [FieldStatisticType], { description: 'How much each field of a published object is used.' })
  async fieldStatistics(@CurrentActor() { org }: Actor, @Args('object') name: string): Promise<readonly FieldStatisticType[]> {
    const { model } = await this.models.current(org);
    return this.statistics.count(org, model, findObject(model, name));
  }

  @Query(() => [PicklistUseType], { description: 'Records per value of a published picklist, the most frequent first.' })
  async picklistUsage(@CurrentActor() { org }: Actor, @Args('object') name: string, @Args('field') fieldName: string): Promise<readonly PicklistUseType[]> {
    const { model } = await this.models.current(org);
    const object = findObject(model, name);
    const field = findField(object, fieldName);
    return field.column === '' ? [] : this.statistics.countValues(org, object, field);
  }

  private async draftedModel(org: Org): Promise<Model> {
    const { published, changes } = await this.drafts.load(org);
    const { model } = await this.models.current(org);
    const drafted = parseDocuments(layOver(published, changes), { earlier: model });
    return drafted.ok ? drafted.value : model;
  }
}

function findObject(model: Model, name: string): ObjectModel {
  return model.objectByName.get(name) ?? unknown('object', name, [...model.objectByName.keys()]);
}

function findField(object: ObjectModel, name: string): FieldModel {
  return object.fieldByName.get(name) ?? unknown('field', name, [...object.fieldByName.keys()]);
}

function unknown(what: string, name: string, known: readonly string[]): never {
  const hint = nearMissHint(name, known);
  throw new ApiFailure('NOT_FOUND', `There is no ${what} "${name}".`, hint ? { hint } : {});
}

const apiUse: Wording = {
  en: 'API clients named it in {uses} requests of the last {days} days, the last time on {day}.',
  'zh-TW': '近 {days} 天內有 {uses} 個 API 請求使用此欄位，最近一次在 {day}。',
  'zh-CN': '近 {days} 天内有 {uses} 个 API 请求使用此字段，最近一次在 {day}。',
};
