import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { placeOf } from '../automation/active-workflow.js';
import { Clock } from '../config/clock.js';
import { isLocale } from '../config/international.js';
import { OrgDatabase } from '../database/org-database.js';
import { keepBytes } from '../files/keep-bytes.js';
import { mailFaults } from '../mail/mail-wording.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { DocumentPreviewType } from './letter-preview.type.js';
import { makeLetter } from './make-letter.js';
import { readLetter } from './read-letter.js';
import { readLetterDraft } from './read-letter-draft.js';

/** Document templates that are being written, looked at as they would come out. */
@Resolver()
@SetupOnly('automation')
export class LettersResolver {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => DocumentPreviewType, { description: 'Makes the document of a record without attaching it. What does not fit yet is shown as it stands, and told.' })
  async previewDocument(
    @CurrentActor() actor: Actor,
    @Args('template', { type: () => JsonScalar, description: 'A document template as it is being written; it need not be saved.' }) draft: unknown,
    @Args('language') asked: string,
    @Args('recordId', { type: () => ID }) recordId: string,
  ): Promise<DocumentPreviewType> {
    const { org, userId, locale } = actor;
    const { model } = await this.models.current(org);
    const letter = readLetter(readLetterDraft(draft), model);
    if (!letter || !isId(recordId)) throw new ApiFailure('NOT_FOUND', mailFaults.noRecord);
    const place = placeOf(org, { named: model, stored: model }, this.clock);
    const now = this.clock.now(org);
    return this.database.transaction(org, async (tx) => {
      const made = await this.make(() => makeLetter(letter, recordId, { session: tx, org, place, now, language: isLocale(asked) ? asked : locale, unknown: (formula) => `{{ ${formula} }}` }));
      if (!made) throw new ApiFailure('NOT_FOUND', mailFaults.noRecord);
      const { id } = await keepBytes(tx, { bytes: made.bytes, name: made.name, contentType: 'application/pdf', userId, at: now });
      return { fileId: id, name: made.name, unresolved: letter.unresolved.map(({ text, problem }) => ({ token: text, message: problem.tell(locale).message })) };
    });
  }

  /** What cannot be laid out is a fault of the draft. */
  private async make<Made>(work: () => Promise<Made>): Promise<Made> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RangeError) throw new ApiFailure('BAD_REQUEST', error.message);
      throw error;
    }
  }
}
