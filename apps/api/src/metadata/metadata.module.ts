import { Global, Module } from '@nestjs/common';
import { Bin } from './bin/bin.js';
import { BinResolver } from './bin/bin.resolver.js';
import { DocumentsResolver } from './documents.resolver.js';
import { DraftResolver } from './draft/draft.resolver.js';
import { Drafts } from './draft/drafts.js';
import { FormulaResolver } from './formulas/formula.resolver.js';
import { ActionValues } from './formulas/action-values.js';
import { FormulaTrials } from './formulas/formula-trials.js';
import { Models } from './models.js';
import { ObjectCounts } from './object-counts.js';
import { OnlineWork } from './online/online-work.js';
import { Upkeep } from './online/upkeep.js';
import { DocumentPlans } from './publish/document-plans.js';
import { DraftPlans } from './publish/draft-plans.js';
import { PublishChecks } from './publish/publish-checks.js';
import { PublishResolver } from './publish/publish.resolver.js';
import { Publisher } from './publish/publisher.js';
import { WholeEdits } from './publish/whole-edits.js';
import { PublishedRevisions } from './published-revisions.js';
import { RevisionStore } from './revision-store.js';
import { RevisionsResolver } from './revisions.resolver.js';
import { FieldStatistics } from './usage/field-statistics.js';
import { UsageResolver } from './usage/usage.resolver.js';
import { WorkspaceResolver } from './workspace/workspace.resolver.js';

@Global()
@Module({
  providers: [
    Bin, BinResolver, FieldStatistics, OnlineWork, UsageResolver, Upkeep, DocumentPlans, DocumentsResolver, WholeEdits, DraftPlans, DraftResolver, Drafts, FormulaResolver, ActionValues, FormulaTrials, Models, ObjectCounts, PublishChecks, PublishResolver, PublishedRevisions, Publisher,
    RevisionStore, RevisionsResolver, WorkspaceResolver,
  ],
  exports: [DocumentPlans, Drafts, WholeEdits, Models, OnlineWork, PublishChecks, Publisher, RevisionStore],
})
export class MetadataModule {}
