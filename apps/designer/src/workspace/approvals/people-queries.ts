import type { WorkflowInput } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';
import { inboxCountKey } from '../../shell/index.js';

export interface Person { readonly id: string; readonly name: string }

export type ApprovalStatus = 'OPEN' | 'APPROVED' | 'REJECTED' | 'RECALLED' | 'EXPIRED';

export interface ApprovalSeat {
  readonly people: readonly Person[];
  readonly queue: string | null;
  /** agreed: all of them have approved at an earlier level. */
  readonly decision: 'approved' | 'rejected' | 'agreed' | null;
  readonly decidedBy: Person | null;
  readonly inPlaceOf: Person | null;
  readonly decidedAt: string | null;
  readonly comment: string | null;
}

export interface ApprovalLevel {
  readonly title: string | null;
  readonly decides: 'all' | 'first';
  readonly seats: readonly ApprovalSeat[];
}

export interface Approval {
  readonly id: string;
  readonly title: string;
  readonly object: string | null;
  readonly recordId: string;
  readonly recordName: string | null;
  readonly status: ApprovalStatus;
  readonly askedBy: Person | null;
  readonly askedAt: string;
  readonly closedAt: string | null;
  readonly dueAt: string | null;
  readonly locks: boolean;
  readonly level: number;
  readonly levels: readonly ApprovalLevel[];
  readonly mayDecide: boolean;
  readonly inPlaceOf: Person | null;
  readonly mayRecall: boolean;
  readonly mayHandOver: boolean;
}

export interface FormToFill {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly object: string | null;
  readonly recordId: string;
  readonly recordName: string | null;
  readonly inputs: readonly WorkflowInput[];
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly inPlaceOf: Person | null;
}

export interface WaitingRecord {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
  readonly queue: string;
  readonly since: string;
}

export interface Absence {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly delegate: Person | null;
}

const person = '{ id name }';
const approvalFields = `id title object recordId recordName status askedBy ${person} askedAt closedAt dueAt locks level mayDecide inPlaceOf ${person} mayRecall mayHandOver
  levels { title decides seats { people ${person} queue decision decidedBy ${person} inPlaceOf ${person} decidedAt comment } }`;
const root = ['people'] as const;

export type ApprovalsShown = 'TO_DECIDE' | 'ASKED' | 'DECIDED';

export function useApprovals(shown: ApprovalsShown, isEnabled = true) {
  return useQuery({
    queryKey: [...root, 'approvals', shown], enabled: isEnabled, refetchInterval: 20_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ approvals: readonly Approval[] }>(`query Approvals($shown: ApprovalsShown!) { approvals(shown: $shown) { ${approvalFields} } }`, { shown }, signal)).approvals,
  });
}

export function useRecordApprovals(object: string, recordId: string) {
  return useQuery({
    queryKey: [...root, 'record', object, recordId], refetchInterval: 20_000, retry: false,
    queryFn: async ({ signal }) => (await metadataRequest<{ recordApprovals: readonly Approval[] }>(
      `query RecordApprovals($object: String!, $recordId: ID!) { recordApprovals(object: $object, recordId: $recordId) { ${approvalFields} } }`, { object, recordId }, signal)).recordApprovals,
  });
}

export function useForms() {
  return useQuery({
    queryKey: [...root, 'forms'], refetchInterval: 20_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ formsToFill: readonly FormToFill[] }>(`query Forms { formsToFill { id title text object recordId recordName inputs askedAt dueAt inPlaceOf ${person} } }`, {}, signal)).formsToFill,
  });
}

export function useWaitingRecords() {
  return useQuery({
    queryKey: [...root, 'waiting'], refetchInterval: 20_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ waitingRecords: readonly WaitingRecord[] }>('query Waiting { waitingRecords { object recordId recordName queue since } }', {}, signal)).waitingRecords,
  });
}

export function useRecordWaiting(recordId: string) {
  return useQuery({
    queryKey: [...root, 'waiting', recordId], retry: false, staleTime: 5_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ recordWaiting: WaitingRecord | null }>('query RecordWaiting($recordId: ID!) { recordWaiting(recordId: $recordId) { object recordId recordName queue since } }', { recordId }, signal)).recordWaiting,
  });
}

export function useAbsences(isEnabled: boolean) {
  return useQuery({
    queryKey: [...root, 'absences'], enabled: isEnabled,
    queryFn: async ({ signal }) => (await metadataRequest<{ absences: readonly Absence[] }>(`query Absences { absences { id from to delegate ${person} } }`, {}, signal)).absences,
  });
}

export function decideApproval(id: string, decision: 'APPROVE' | 'REJECT', comment: string): Promise<void> {
  return change('mutation Decide($id: ID!, $decision: ApprovalDecision!, $comment: String) { decideApproval(id: $id, decision: $decision, comment: $comment) { id } }', { id, decision, comment });
}

export function recallApproval(id: string, comment: string): Promise<void> {
  return change('mutation Recall($id: ID!, $comment: String) { recallApproval(id: $id, comment: $comment) { id } }', { id, comment });
}

export function handOverApproval(id: string, to: string, from: string | null, comment: string): Promise<void> {
  return change('mutation HandOver($id: ID!, $to: ID!, $from: ID, $comment: String) { handOverApproval(id: $id, to: $to, from: $from, comment: $comment) { id } }', { id, to, from, comment });
}

export function fillForm(id: string, answers: unknown): Promise<void> {
  return change('mutation Fill($id: ID!, $answers: JSON!) { fillForm(id: $id, answers: $answers) }', { id, answers });
}

export function takeRecord(recordId: string): Promise<void> {
  return change('mutation Take($recordId: ID!) { takeRecord(recordId: $recordId) }', { recordId });
}

export function setAbsence({ id, from, to, delegate }: { readonly id?: string | undefined; readonly from: string; readonly to: string; readonly delegate: string | null }): Promise<void> {
  return change('mutation SetAbsence($from: Date!, $to: Date!, $delegate: ID, $id: ID) { setAbsence(from: $from, to: $to, delegate: $delegate, id: $id) { id } }', { id: id ?? null, from, to, delegate });
}

export function removeAbsence(id: string): Promise<void> {
  return change('mutation RemoveAbsence($id: ID!) { removeAbsence(id: $id) { id } }', { id });
}

async function change(query: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await metadataRequest(query, variables);
  } finally {
    // Also after a refusal: somebody else was quicker.
    void queryClient.invalidateQueries({ queryKey: root });
    void queryClient.invalidateQueries({ queryKey: inboxCountKey });
  }
}
