import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { restRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { ErrorState, SkeletonLines } from '../../ui/index.js';
import { readText } from './read-text.js';
import styles from './Files.module.css';

/** As much of a text as people read at once. */
const mostBytes = 200_000;

export function TextPreview({ url, size }: { readonly url: string; readonly size: number }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['fileText', url], staleTime: 60_000,
    queryFn: async ({ signal }) => readText(await readBeginning(await restRequest(url, { signal })), i18n.language),
  });
  if (error) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  return (
    <div className={styles['paper']} tabIndex={0} role="document">
      {data === undefined ? <SkeletonLines count={12} /> : <pre className={styles['text']}>{data}</pre>}
      {data !== undefined && size > mostBytes && <p className={styles['cut']}>{t('files.cut', { size: format.bytes(mostBytes) })}</p>}
    </div>
  );
}

async function readBeginning(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (reader && length < mostBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  await reader?.cancel();
  const whole = new Uint8Array(length);
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole.subarray(0, mostBytes);
}
