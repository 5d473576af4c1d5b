import { Injectable } from '@nestjs/common';
import { parseDocuments, plan, type Problem } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import { Drafts } from '../draft/drafts.js';
import { layOver } from '../draft/lay-over.js';
import { Models } from '../models.js';
import { countChanges } from './count-changes.js';
import { readPlace } from './read-place.js';

export interface CountedPlan {
  readonly baseRevision: number;
  readonly changes: readonly RecordedChange[];
  readonly problems: readonly Problem[];
}

/** What publishing the draft would do, counted on the records as they are now. Nothing is changed. */
@Injectable()
export class DraftPlans {
  constructor(
    private readonly drafts: Drafts,
    private readonly models: Models,
    private readonly database: OrgDatabase,
  ) {}

  async make(org: Org, locale: string): Promise<CountedPlan> {
    const { baseRevision, published, changes } = await this.drafts.load(org);
    const from = baseRevision === 0 ? null : await this.models.at(org, baseRevision);
    const parsed = parseDocuments(layOver(published, changes), { checkWorkflow, ...(from && { earlier: from }) });
    if (!parsed.ok) return { baseRevision, changes: [], problems: parsed.problems };
    const session = this.database.session(org);
    const planned = plan(from, parsed.value, await readPlace(session, org, baseRevision + 1));
    return { baseRevision, changes: await countChanges(session, planned, locale), problems: [] };
  }
}
