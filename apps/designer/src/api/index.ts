export { ApiError, type Problem } from './api-error.js';
export { useLiveRecords, type LiveChange, type LiveRecords } from './live.js';
export { metadataRequest, recordsRequest, recordsRequestInPart, restRequest, type PartRefusal } from './request.js';
export { sendFile } from './send-file.js';
export { queryClient } from './query-client.js';
export { onSessionExpired } from './session-expired.js';
export { sessionOptions, signOut, useSession, useSessionQuery, type Session } from './session.js';
export { useWorkspaceQuery, workspaceOptions } from './workspace.js';
