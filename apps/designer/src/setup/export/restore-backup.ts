import { ApiError, restRequest } from '../../api/index.js';

export interface RestoreLine {
  readonly stage: 'sending' | 'reading' | 'rows' | 'indexes' | 'comparing';
  readonly table: string;
  readonly rows: number;
}

export type RestoreEnd =
  | { readonly done: { readonly name: string; readonly takenAt: string; readonly rows: number; readonly tables: number; readonly notes: readonly string[] } }
  | { readonly failed: { readonly message: string } };

/** Sends a backup and tells how far its restore is. Never throws. */
export async function restoreBackup(file: File, told: (line: RestoreLine) => void): Promise<RestoreEnd> {
  try {
    const response = await restRequest('/restore?replace=1', { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
    let end: RestoreEnd | undefined;
    for await (const line of linesOf(response)) {
      const said = JSON.parse(line) as RestoreLine | RestoreEnd;
      if ('stage' in said) told(said);
      else end = said;
    }
    return end ?? { failed: { message: '' } };
  } catch (failure) {
    return { failed: { message: failure instanceof ApiError || failure instanceof Error ? failure.message : String(failure) } };
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
