export const JSON_TYPE = 'application/json';
export const ANSWER_TYPE = 'application/graphql-response+json';

/** What an answer is sent as. With the second one, the status tells whether the request itself was wrong. */
export type AnswerType = typeof JSON_TYPE | typeof ANSWER_TYPE;

/** By the header Accept; undefined when it takes neither. Without a wish it is plain JSON, which every client reads. */
export function chooseAnswerType(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept === '*/*' || accept === JSON_TYPE) return JSON_TYPE;
  const ranges = accept.split(',').map(readRange);
  const weightOf = (type: AnswerType) => mostFitting(ranges, type)?.weight ?? 0;
  const [plain, graphql] = [weightOf(JSON_TYPE), weightOf(ANSWER_TYPE)];
  if (plain === 0 && graphql === 0) return undefined;
  if (plain !== graphql) return graphql > plain ? ANSWER_TYPE : JSON_TYPE;
  // Equally welcome: a type that is named comes before one that only a wildcard lets in, then the one that is named first.
  return ranges.find(({ range }) => range === JSON_TYPE || range === ANSWER_TYPE)?.range === ANSWER_TYPE ? ANSWER_TYPE : JSON_TYPE;
}

interface Range {
  readonly range: string;
  readonly weight: number;
}

function readRange(text: string): Range {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const value = weight === undefined ? 1 : Number(weight.slice(2));
  return { range, weight: value >= 0 && value <= 1 ? value : 0 };
}

function mostFitting(ranges: readonly Range[], type: string): Range | undefined {
  return [type, 'application/*', '*/*'].map((wanted) => ranges.find(({ range }) => range === wanted)).find((found) => found !== undefined);
}
