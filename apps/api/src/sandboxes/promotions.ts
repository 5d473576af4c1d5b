import { mergeDocuments, mergeEdit, type MergeChange, type MergeConflict, type MergeResult, type MetadataDocument } from '@guanxi/metadata';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Choices } from '../apps/apps.js';
import { DocumentPlans } from '../metadata/publish/document-plans.js';
import type { CountedPlan } from '../metadata/publish/draft-plans.js';
import { WholeEdits } from '../metadata/publish/whole-edits.js';
import { RevisionStore } from '../metadata/revision-store.js';
import type { PublishResultType } from '../metadata/types/plan.type.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { Sandboxes } from './sandboxes.js';

export interface Promotion {
  readonly changes: readonly MergeChange[];
  readonly conflicts: readonly MergeConflict[];
  readonly plan: CountedPlan;
}

/** Brings what was published in a sandbox into its source, compared with the revision that both come from. */
@Injectable()
export class Promotions {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly orgs: Orgs,
    private readonly revisions: RevisionStore,
    private readonly plans: DocumentPlans,
    private readonly edits: WholeEdits,
  ) {}

  async review(actor: Actor, id: string, choices: Choices): Promise<Promotion> {
    const { target, merged } = await this.compare(actor.org, id, choices);
    const { documents, conflicts, changes } = merged;
    return { changes, conflicts, plan: await this.plans.make(target, documents, actor.locale) };
  }

  /** Published in the source as one revision, or not at all. Conflicts that nobody decided keep what the source has. */
  async promote(actor: Actor, id: string, choices: Choices, consents: readonly string[]): Promise<PublishResultType> {
    const { target, mine, merged } = await this.compare(actor.org, id, choices);
    return this.edits.publish({ ...actor, org: target }, mergeEdit(mine, merged.documents), consents);
  }

  private async compare(org: Org, id: string, choices: Choices): Promise<{ target: Org; mine: readonly MetadataDocument[]; merged: MergeResult }> {
    const sandbox = await this.sandboxes.find(org, id);
    const target = await this.orgs.byId(sandbox.org.sandboxOf ?? org.id);
    const [base, mine, theirs] = await Promise.all([
      this.revisions.documents(target.id, sandbox.baseRevision),
      this.published(target),
      this.published(sandbox.org),
    ]);
    return { target, mine, merged: mergeDocuments({ base, mine, theirs }, choices) };
  }

  private async published(org: Org): Promise<readonly MetadataDocument[]> {
    return this.revisions.documents(org.id, await this.revisions.publishedNumber(org.id));
  }
}
