import type { FormRecord, FormValues } from '@guanxi/forms';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../api/index.js';
import { draftValues, dropDraft, keepDraft, readDraft, type FormDraft } from './form-draft.js';
import { readRecordNames } from './read-record-names.js';

export interface RestoredDraft extends FormDraft {
  readonly recordNames: FormRecord['recordNames'];
}

export interface DraftKeeping {
  /** A draft of an earlier time that nobody has decided about yet. */
  readonly found: FormDraft | null;
  /** The draft with the names of what it points to. */
  readonly restore: () => Promise<RestoredDraft | null>;
  /** Throws the found draft, and what was kept since, away. */
  readonly drop: () => void;
  /** Keeps what is typed, after a pause. */
  readonly keep: (before: FormValues, after: FormValues, type: string | null) => void;
}

const pause = 400;

/** Keeps what is typed into the form of a new record on this device, until it is saved or thrown away. */
export function useDraft({ workspace, object, isOff }: { readonly workspace: WorkspaceDescription; readonly object: ObjectDescription; readonly isOff: boolean }): DraftKeeping {
  const { user, org } = useSession();
  const place = useMemo(() => ({ org: org.id, user: user.id, object: object.name }), [org.id, user.id, object.name]);
  const [found, setFound] = useState(() => (isOff ? null : readDraft(place)));
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly write: () => void } | null>(null);
  const stop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);
  const flush = useCallback(() => {
    const { write } = waiting.current ?? {};
    stop();
    write?.();
  }, [stop]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const drop = useCallback(() => {
    stop();
    setFound(null);
    dropDraft(place);
  }, [stop, place]);
  const keep = useCallback<DraftKeeping['keep']>((before, after, type) => {
    if (isOff) return;
    stop();
    const write = () => {
      const values = draftValues(object, before, after);
      // Nothing typed yet takes no earlier draft away.
      if (Object.keys(values).length > 0 || !found) keepDraft(place, { savedAt: new Date().toISOString(), type, values });
    };
    waiting.current = { write, timer: setTimeout(flush, pause) };
  }, [isOff, stop, flush, object, place, found]);
  const restore = useCallback(async () => {
    if (!found) return null;
    const names = await readRecordNames(workspace, object, found.values).catch(() => ({}));
    setFound(null);
    return { ...found, recordNames: names };
  }, [found, workspace, object]);
  return { found, restore, drop, keep };
}
