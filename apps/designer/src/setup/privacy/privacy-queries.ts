import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type RequestKind = 'ACCESS' | 'ERASURE';
export type RequestStatus = 'OPEN' | 'DONE' | 'REFUSED';

export interface FoundPerson {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly deleted: boolean;
}

/** `what`: the name of an object, or of a place such as `comments`. */
export interface Count {
  readonly what: string;
  readonly count: number;
}

export interface PrivacyRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly object: string | null;
  readonly recordId: string;
  /** Blank where an erasure left no name. */
  readonly name: string;
  /** YYYY-MM-DD */
  readonly receivedOn: string;
  /** YYYY-MM-DD */
  readonly dueOn: string;
  readonly openedBy: { readonly name: string } | null;
  readonly openedAt: string;
  readonly closedBy: { readonly name: string } | null;
  readonly closedAt: string | null;
  readonly refusal: string | null;
  readonly erased: readonly Count[];
  readonly sandboxes: number;
  /** Records that were left as they are. */
  readonly held: number;
  readonly exports: number;
  readonly lastSha256: string | null;
}

export interface PersonSurvey {
  readonly name: string;
  readonly parts: readonly { readonly object: string; readonly how: string; readonly records: number; readonly fields: readonly string[] }[];
  readonly traces: readonly Count[];
  readonly mentions: readonly { readonly place: string; readonly id: string; readonly object: string | null; readonly recordId: string | null; readonly name: string; readonly field: string | null }[];
  readonly sandboxes: readonly string[];
}

const parts = 'id kind status object recordId name receivedOn dueOn openedBy { name } openedAt closedBy { name } closedAt refusal erased { what count } sandboxes held exports lastSha256';

export const objectsOfPeopleOptions = queryOptions({
  queryKey: ['privacy', 'objects'],
  queryFn: async ({ signal }) => (await metadataRequest<{ objectsOfPeople: readonly string[] }>('{ objectsOfPeople }', {}, signal)).objectsOfPeople,
});

export const privacyRequestsOptions = queryOptions({
  queryKey: ['privacy', 'requests'],
  queryFn: async ({ signal }) => (await metadataRequest<{ privacyRequests: readonly PrivacyRequest[] }>(`{ privacyRequests { ${parts} } }`, {}, signal)).privacyRequests,
});

export const privacyRequestOptions = (id: string) => queryOptions({
  queryKey: ['privacy', 'request', id],
  queryFn: async ({ signal }) => (await metadataRequest<{ privacyRequest: PrivacyRequest }>(`query PrivacyRequest($id: ID!) { privacyRequest(id: $id) { ${parts} } }`, { id }, signal)).privacyRequest,
});

/** That somebody looked is written down, so it is looked once and not again by itself. */
export const surveyOptions = (request: string) => queryOptions({
  queryKey: ['privacy', 'survey', request], staleTime: Infinity, refetchOnWindowFocus: false,
  queryFn: async ({ signal }) => (await metadataRequest<{ personSurvey: PersonSurvey }>(
    'query Survey($request: ID!) { personSurvey(request: $request) { name parts { object how records fields } traces { what count } mentions { place id object recordId name field } sandboxes } }', { request }, signal)).personSurvey,
});

export const findPeopleOptions = (text: string) => queryOptions({
  queryKey: ['privacy', 'people', text], gcTime: 0,
  queryFn: async ({ signal }) => (await metadataRequest<{ findPeople: readonly FoundPerson[] }>('query FindPeople($text: String!) { findPeople(text: $text) { object id name fields deleted } }', { text }, signal)).findPeople,
});

export function useOpenRequest() {
  return useChange<{ readonly kind: RequestKind; readonly object: string; readonly recordId: string; readonly receivedOn: string }>(async (input) =>
    (await metadataRequest<{ openPrivacyRequest: PrivacyRequest }>(`mutation Open($input: PrivacyRequestInput!) { openPrivacyRequest(input: $input) { ${parts} } }`, { input })).openPrivacyRequest);
}

export function useErasePerson(request: string) {
  return useChange<string>(async (confirmation) =>
    (await metadataRequest<{ erasePerson: PrivacyRequest }>(`mutation Erase($request: ID!, $confirmation: String!) { erasePerson(request: $request, confirmation: $confirmation) { ${parts} } }`, { request, confirmation })).erasePerson);
}

/** Without a reason the request was answered, with one it was refused. */
export function useCloseRequest(request: string) {
  return useChange<string | null>(async (refusal) =>
    (await metadataRequest<{ closePrivacyRequest: PrivacyRequest }>(`mutation Close($request: ID!, $refusal: String) { closePrivacyRequest(request: $request, refusal: $refusal) { ${parts} } }`, { request, refusal })).closePrivacyRequest);
}

/** Answers how many texts were changed; what is kept is looked at again. */
export function useReplaceMentions(request: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { readonly mentions: readonly { readonly place: string; readonly id: string; readonly field: string | null }[]; readonly text: string }) =>
      (await metadataRequest<{ replaceMentions: number }>('mutation Replace($request: ID!, $mentions: [PersonMentionInput!]!, $text: String!) { replaceMentions(request: $request, mentions: $mentions, text: $text) }', { request, ...wish })).replaceMentions,
    onSuccess: () => queries.invalidateQueries({ queryKey: surveyOptions(request).queryKey }),
  });
}

function useChange<Wish>(change: (wish: Wish) => Promise<PrivacyRequest>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (request) => {
      queries.setQueryData(privacyRequestOptions(request.id).queryKey, request);
      if (request.status !== 'DONE' || request.kind !== 'ERASURE') return queries.invalidateQueries({ queryKey: privacyRequestsOptions.queryKey });
      // After an erasure nothing of the person stays in the page either.
      queries.removeQueries({ type: 'inactive' });
      return queries.invalidateQueries();
    },
  });
}
