import { Module } from '@nestjs/common';
import { DuplicateGroups } from './duplicate-groups.js';
import { DuplicatesResolver } from './duplicates.resolver.js';
import { RuleTests } from './rule-tests.js';

/** What rules say of the records that are there already. */
@Module({ providers: [DuplicatesResolver, DuplicateGroups, RuleTests] })
export class DuplicatesModule {}
