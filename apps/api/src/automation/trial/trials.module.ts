import { Module, type OnModuleInit } from '@nestjs/common';
import type { Problem } from '@guanxi/metadata';
import { PublishChecks, type PublishCheck } from '../../metadata/publish/publish-checks.js';
import { tellFailedTest } from './judgement-wording.js';
import { TrialResolver } from './trial.resolver.js';
import { Trials } from './trials.js';

/** Workflows tried out before they run: by people, and by the tests that are kept with them. */
@Module({ providers: [Trials, TrialResolver], exports: [Trials] })
export class TrialsModule implements OnModuleInit {
  constructor(
    private readonly checks: PublishChecks,
    private readonly trials: Trials,
  ) {}

  onModuleInit(): void {
    this.checks.register(this.checkTests);
  }

  /** A test that fails keeps the revision from being published. */
  private readonly checkTests: PublishCheck = async (tx, { revision, model, locale }) => {
    const problems: Problem[] = [];
    for (const workflow of model.workflows) {
      for (const [index, test] of (workflow.tests ?? []).entries()) {
        const judged = await this.trials.judgeAndTakeBack(tx, { workflow, model, revision }, test);
        if (!judged.passed) problems.push({ path: `/workflow:${workflow.name}/tests/${index}`, code: 'test.failed', message: tellFailedTest(workflow, judged, locale) });
      }
    }
    return problems;
  };
}
