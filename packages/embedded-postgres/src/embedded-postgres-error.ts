/** What can go wrong around the server, for callers that react to one of them. */
export type EmbeddedPostgresErrorCode =
  | 'platform_unsupported'
  | 'binaries_missing'
  | 'folder_in_use'
  | 'folder_not_writable'
  | 'folder_damaged'
  | 'disk_full'
  | 'other_major_version'
  | 'initdb_failed'
  | 'start_failed';

/** The message is a whole sentence for the person at the terminal and says the way out. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const WAY_OUT = 'Set DATABASE_URL to use a PostgreSQL server of your own instead.';

/** Turns what initdb or postgres wrote before it gave up into a sentence; the last lines of its words stay attached. */
export function explainServerOutput(
  fallback: { code: EmbeddedPostgresErrorCode; sentence: string },
  output: string,
  folder: string,
): EmbeddedPostgresError {
  const words = lastLines(output, 12);
  if (/No space left on device|ENOSPC/.test(output)) {
    return new EmbeddedPostgresError('disk_full', `The disk that holds ${folder} is full. Free some space and start again.\n${words}`);
  }
  if (/Permission denied|EACCES|Read-only file system/.test(output)) {
    return new EmbeddedPostgresError(
      'folder_not_writable',
      `PostgreSQL may not write to ${folder}. Give the folder to the user who starts it, or choose another one.\n${words}`,
    );
  }
  const unknownUser = /could not look up effective user ID (\d+)/.exec(output);
  if (unknownUser) {
    return new EmbeddedPostgresError(
      'initdb_failed',
      `PostgreSQL needs a user with a name, and user ${unknownUser[1]} has no line in /etc/passwd. Add one, or start as another user. ${WAY_OUT}`,
    );
  }
  return new EmbeddedPostgresError(fallback.code, `${fallback.sentence} ${WAY_OUT}\n${words}`);
}

/** The same for a failed call of the file system. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = readErrorCode(error) ?? '';
  if (code === 'ENOSPC') {
    return new EmbeddedPostgresError('disk_full', `The disk that holds ${folder} is full. Free some space and start again.`);
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new EmbeddedPostgresError(
      'folder_not_writable',
      `The database folder ${folder} may not be written by this user (${code}). Give it to the user who starts the server, or choose another folder. ${WAY_OUT}`,
    );
  }
  if (code === 'EINVAL') {
    return new EmbeddedPostgresError(
      'folder_not_writable',
      `The database folder ${folder} cannot be given to the user "nobody", and PostgreSQL refuses to run as root. Start as another user. ${WAY_OUT}`,
    );
  }
  return error;
}

/** The system's code of a failed call, such as 'EEXIST'. */
export function readErrorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

function lastLines(text: string, count: number): string {
  return text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
}
