import i18next from 'i18next';
import { ApiError } from './api-error.js';

/** Sends a file and tells how much of it has gone, from 0 to 1; `fetch` cannot tell that. Throws `ApiError`. */
export function sendFile<Answer>(path: string, file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', path);
    request.setRequestHeader('x-guanxi-request', '1');
    request.setRequestHeader('accept-language', i18next.language);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable) onProgress(loaded / total); };
    request.onload = () => {
      const answer = request.response as Answer & { readonly code?: string; readonly message?: string } | null;
      if (request.status >= 200 && request.status < 300 && answer) resolve(answer);
      else reject(new ApiError({ code: answer?.code ?? 'INTERNAL', message: answer?.message ?? i18next.t('ui.error.unknown'), reference: request.getResponseHeader('x-request-id') }));
    };
    request.onerror = () => reject(new ApiError({ code: 'OFFLINE', message: i18next.t('ui.error.offline') }));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
