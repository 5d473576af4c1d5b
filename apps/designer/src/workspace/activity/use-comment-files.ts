import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { afterFileChange, uploadAddress, uploadLimitsOptions } from '../files/attached-file.js';
import { refusalOf } from '../files/file-refusal.js';
import { writeLimit } from '../files/write-limit.js';

/** A file that goes with the comment once that is sent. */
export interface ChosenFile {
  readonly key: number;
  readonly file: File;
  /** From 0 to 1 while it is on its way. */
  readonly part: number | null;
  /** Of the attachment, once it has arrived: a comment that is tried again does not send it again. */
  readonly id: string | null;
}

let lastKey = 0;

/** Files chosen in a composer. Nothing is sent before the comment is. */
export function useCommentFiles(object: string, recordId: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: limits } = useQuery(uploadLimitsOptions);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const change = (key: number, next: Partial<ChosenFile>) => setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));
  /** Answers why one is not taken, in words. */
  const add = (chosen: readonly File[]): string | null => {
    const judged = chosen.map((file) => ({ file, refusal: refusalOf(file, limits) }));
    setFiles((before) => [...before, ...judged.flatMap(({ file, refusal }) => (refusal === null ? [{ key: (lastKey += 1), file, part: null, id: null }] : []))]);
    const refused = judged.find(({ refusal }) => refusal !== null);
    return refused ? `${refused.file.name}: ${t(`files.refused.${refused.refusal ?? 'empty'}`, { limit: limits ? writeLimit(limits, format) : '' })}` : null;
  };
  /** Sends those that have not arrived yet. Answers the ids of all, in their order. */
  const send = async (): Promise<readonly string[]> => {
    const { signal } = (control.current = new AbortController());
    const ids: string[] = [];
    try {
      for (const { key, file, id } of files) {
        if (id !== null) { ids.push(id); continue; }
        change(key, { part: 0 });
        const sent = await sendFile<{ id: string }>(uploadAddress({ object, recordId }), file, (part) => change(key, { part }), signal);
        change(key, { id: sent.id, part: null });
        ids.push(sent.id);
      }
    } finally {
      setFiles((before) => before.map((one) => ({ ...one, part: null })));
      if (ids.length > 0) await afterFileChange({ object, recordId });
    }
    return ids;
  };
  return { files, add, send, remove: (key: number) => setFiles((before) => before.filter((one) => one.key !== key)), clear: () => setFiles([]) };
}
