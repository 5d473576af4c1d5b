import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { say } from '@guanxi/field-types';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { refuseChanging } from '../../access/granting.js';
import { Trail } from '../../audit/trail.js';
import { Clock } from '../../config/clock.js';
import { isMailAddress } from '../../config/mailbox.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import { renderPlain } from '../../mail/render/render-message.js';
import { writeMails } from '../../mail/write-mails.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { Models } from '../../metadata/models.js';
import { accountFaults } from '../identity-wording.js';
import { Users } from '../users.js';
import { FactorsType } from './factor.type.js';
import { removedMail } from './factor-wording.js';
import { FactorsView } from './factors-view.js';
import { plainName } from '../plain-name.js';
import { Factors } from './factors.js';

const userId = { type: () => ID };

/** The factors of others: seen, and taken away from who has lost theirs. */
@Resolver(() => FactorsType)
@SetupOnly('people')
export class PeopleFactorsResolver {
  constructor(
    private readonly users: Users,
    private readonly owned: Factors,
    private readonly view: FactorsView,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly models: Models,
    private readonly trail: Trail,
  ) {}

  @Query(() => FactorsType)
  async userFactors(@CurrentActor() actor: Actor, @Args('userId', userId) id: string): Promise<FactorsType> {
    return this.view.of(await this.find(actor, id));
  }

  @Mutation(() => FactorsType, { description: 'Takes authenticator app, passkeys and recovery codes away from somebody, who is told by e-mail.' })
  async removeFactors(@CurrentActor() actor: Actor, @Context() { request }: RequestContext, @Args('userId', userId) id: string): Promise<FactorsType> {
    const user = await this.find(actor, id);
    refuseChanging((await this.models.current(actor.org)).model, actor.access, user);
    if (await this.owned.removeAll(user.id)) {
      await this.trail.note({ orgId: user.orgId, actorId: actor.userId, kind: 'factorRemoved', subject: { kind: 'user', id: user.id, name: user.name }, detail: { factor: 'all' }, address: request.ip });
      await this.tell(actor, user);
    }
    return this.view.of(user);
  }

  private async find({ org }: Actor, id: string): Promise<UserRow> {
    const user = await this.users.find(org, id);
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    return user;
  }

  private async tell({ org, userId: adminId }: Actor, { id, name, email, locale }: UserRow): Promise<void> {
    if (!isMailAddress(email)) return;
    const admin = await this.users.find(org, adminId);
    const language = locale ?? org.locale;
    const words = { admin: admin ? plainName(admin.name) : org.name, org: org.name };
    const message = renderPlain(say({ ...removedMail.subject, words }, language), say({ ...removedMail.body, words }, language), { language, orgName: org.name });
    await this.database.transaction(org, (tx) => writeMails(tx, [{ key: `factors:${makeId()}`, kind: 'password', message, language, createdBy: adminId, at: this.clock.now(org), to: { address: email, name: plainName(name), userId: id } }]));
  }
}
