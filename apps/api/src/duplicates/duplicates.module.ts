import { Module } from '@nestjs/common';
import { DuplicateGroups } from './duplicate-groups.js';
import { DuplicatesResolver } from './duplicates.resolver.js';
import { RuleTests } from './rule-tests.js';
import { SimilarFinder } from './similar-records.js';

/** What rules say of the records that are there already. */
@Module({ providers: [DuplicatesResolver, DuplicateGroups, RuleTests, SimilarFinder] })
export class DuplicatesModule {}
