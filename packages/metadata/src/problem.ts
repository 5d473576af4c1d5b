import { say, type Sentence } from '@guanxi/field-types';

/** What is wrong with something that came in. `path` is a JSON pointer into it; `message` is a whole sentence. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  /** In English, as the hint is. */
  readonly message: string;
  /** The way out, such as the name that was probably meant. */
  readonly hint?: string;
  /** The same in the language of a BCP 47 tag, where it can be said in another. */
  readonly tell?: (locale: string) => { readonly message: string; readonly hint?: string };
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A problem before it has a place. */
export type Fault = Omit<Problem, 'path'>;

export function faultOf(code: string, sentence: Sentence, hint?: Sentence): Fault {
  const tell = (locale: string) => ({ message: say(sentence, locale), ...(hint && { hint: say(hint, locale) }) });
  return { code, ...tell('en'), tell };
}

/** Problems as plain values, in somebody's language as far as they can be said in it. */
export function tellProblems(problems: readonly Problem[], locale: string): readonly Problem[] {
  return problems.map(({ tell, ...problem }) => ({ ...problem, ...tell?.(locale) }));
}
