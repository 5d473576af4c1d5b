import { Injectable } from '@nestjs/common';
import { parseDocuments, plan, type MetadataDocument } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import { Models } from '../models.js';
import { RevisionStore } from '../revision-store.js';
import { countChanges } from './count-changes.js';
import { readPlace } from './read-place.js';
import type { CountedPlan } from './draft-plans.js';

/** What publishing any set of documents would do to an org, counted on the records as they are now. Nothing is changed. */
@Injectable()
export class DocumentPlans {
  constructor(
    private readonly revisions: RevisionStore,
    private readonly models: Models,
    private readonly database: OrgDatabase,
  ) {}

  async make(org: Org, documents: readonly MetadataDocument[], locale: string): Promise<CountedPlan> {
    const baseRevision = await this.revisions.publishedNumber(org.id);
    const from = baseRevision === 0 ? null : await this.models.at(org, baseRevision);
    const parsed = parseDocuments(documents, { checkWorkflow, ...(from && { earlier: from }) });
    if (!parsed.ok) return { baseRevision, changes: [], problems: parsed.problems };
    const session = this.database.session(org);
    const planned = plan(from, parsed.value, await readPlace(session, org, baseRevision + 1));
    return { baseRevision, changes: await countChanges(session, planned, locale), problems: [] };
  }
}
