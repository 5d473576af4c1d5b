import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { ApiError, sendFile } from '../../api/index.js';
import { getFormat } from '../../format/index.js';
import { afterFileChange, uploadAddress, uploadLimitsOptions, type AttachedFile, type FilePlace } from './attached-file.js';
import { writeLimit } from './write-limit.js';
import { refusalOf } from './file-refusal.js';

/** A file on its way, or one that was not taken. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** From 0 to 1. */
  readonly part: number;
  /** Why it is not taken. */
  readonly refusal: string | null;
  readonly isWaiting: boolean;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly add: (files: readonly File[], replaced?: AttachedFile) => void;
  /** Ends one that is on its way, or takes a refusal from sight. */
  readonly dismiss: (key: number) => void;
}

interface Going { readonly key: number; readonly file: File; readonly address: string; readonly control: AbortController }

const mostAtOnce = 2;
let lastKey = 0;

/** Sends files one after the other, two at a time. `onDone` is told when the last one has arrived, and how many have. */
export function useUploads(place: FilePlace, onDone: (count: number) => void): Uploads {
  const { data: limits } = useQuery(uploadLimitsOptions);
  const [list, setList] = useState<readonly Upload[]>([]);
  const waiting = useRef<Going[]>([]);
  const going = useRef<Going[]>([]);
  const arrived = useRef(0);
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; });
  // What is on its way when the page is left goes no further.
  useEffect(() => () => { waiting.current = []; for (const { control } of going.current) control.abort(); }, []);

  const change = (key: number, next: Partial<Upload> | null) => setList((before) => before.flatMap((upload) => (upload.key !== key ? [upload] : next ? [{ ...upload, ...next }] : [])));
  const send = async (job: Going) => {
    going.current = [...going.current, job];
    change(job.key, { isWaiting: false });
    try {
      await sendFile<{ id: string }>(job.address, job.file, (part) => change(job.key, { part }), job.control.signal);
      arrived.current += 1;
      change(job.key, null);
      await afterFileChange(place ?? {});
    } catch (failure) {
      if (failure instanceof DOMException) change(job.key, null);
      else change(job.key, { refusal: failure instanceof ApiError ? failure.message : String(failure) });
    }
    going.current = going.current.filter(({ key }) => key !== job.key);
    start();
  };
  const start = () => {
    while (going.current.length < mostAtOnce) {
      const next = waiting.current.shift();
      if (!next) break;
      void send(next);
    }
    if (going.current.length === 0 && arrived.current > 0) {
      done.current(arrived.current);
      arrived.current = 0;
    }
  };
  const add = (files: readonly File[], replaced?: AttachedFile) => {
    const added = files.map((file) => ({ file, key: (lastKey += 1), refusal: refusalOf(file, limits) }));
    const words = { limit: limits ? writeLimit(limits, getFormat()) : '' };
    setList((before) => [...before, ...added.map(({ file: { name, size }, key, refusal }) => ({ key, name, size, part: 0, isWaiting: true, refusal: refusal && i18next.t(`files.refused.${refusal}`, words) }))]);
    waiting.current.push(...added.filter(({ refusal }) => refusal === null).map(({ file, key }) => ({ key, file, address: uploadAddress(place, replaced?.id), control: new AbortController() })));
    start();
  };
  const dismiss = (key: number) => {
    going.current.find((job) => job.key === key)?.control.abort();
    waiting.current = waiting.current.filter((job) => job.key !== key);
    change(key, null);
  };
  return { list, add, dismiss };
}
