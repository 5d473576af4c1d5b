import type { WorkflowTestGiven } from '@guanxi/metadata';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { metadataRequest } from '../../../api/index.js';
import { automationKey, type Span } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import type { ExpectedRuns, SimulatedSums, TestResult, Trial } from './insight-types.js';

export const toldStepFields = 'id action title level status at input output way until error';

/** What the runs of a simulation would have done, added up. */
export const simulatedStepsOptions = (workflow: WorkflowDraft, span: Span) => queryOptions({
  queryKey: ['simulation-steps', workflow, span],
  queryFn: async ({ signal }) => (await metadataRequest<{ simulationSteps: SimulatedSums }>(
    `query ($workflow: JSON!, $from: Date, $to: Date) { simulationSteps(workflow: $workflow, from: $from, to: $to) {
      walked steps { id action title level done skipped failed unknown } ways { step way count } told { userId name count } } }`, { workflow, ...span }, signal)).simulationSteps,
  staleTime: 60_000,
});

/** How often the published workflow is to be expected to run. */
export const expectedRunsOptions = (name: string) => queryOptions({
  queryKey: [...automationKey, 'expected', name],
  queryFn: async ({ signal }) => (await metadataRequest<{ expectedRuns: ExpectedRuns }>(
    'query ($workflow: JSON!) { expectedRuns(workflow: $workflow) { isKnown days total perDay peakDay peak limits } }', { workflow: name }, signal)).expectedRuns,
  staleTime: 0,
});

export interface TrialAsked {
  readonly workflow: WorkflowDraft;
  /** Null where one is made of `given`. */
  readonly recordId: string | null;
  readonly given: WorkflowTestGiven | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly at: string | null;
  /** Begins at this step, with what earlier ones had left. */
  readonly from: TrialBeginning | null;
}

export interface TrialBeginning { readonly step: string; readonly values: Readonly<Record<string, unknown>> }

export function useTestRun() {
  return useMutation({
    mutationFn: async (asked: TrialAsked) => (await metadataRequest<{ testWorkflow: Trial }>(
      `mutation ($workflow: JSON!, $recordId: ID, $given: TrialGiven, $inputs: JSON, $at: DateTime, $from: TrialFrom) { testWorkflow(workflow: $workflow, recordId: $recordId, given: $given, inputs: $inputs, at: $at, from: $from) {
        recordId holds conditions steps { ${toldStepFields} held } writes { object recordId recordName kind changes } letters { kind to subject body } awaits isCut record related names } }`, { ...asked })).testWorkflow,
  });
}

export function useWorkflowTests() {
  return useMutation({
    mutationFn: async (workflow: WorkflowDraft) => (await metadataRequest<{ runWorkflowTests: TestResult[] }>(
      'mutation ($workflow: JSON!) { runWorkflowTests(workflow: $workflow) { title passed findings } }', { workflow })).runWorkflowTests,
  });
}
