import type { MessageTemplateDocument } from '../document/documents.js';

/** One text of a template with its place in the document. */
export interface TemplateText {
  readonly part: 'subject' | 'body';
  /** Absent for the text that stands where a language has none of its own. */
  readonly language?: string;
  readonly text: string;
  readonly place: readonly string[];
}

/** Every subject and body of a template, each language after the one they stand in for. */
export function templateTexts({ subject, subjects = {}, body, bodies = {} }: MessageTemplateDocument): readonly TemplateText[] {
  return [
    ...(subject === undefined ? [] : [{ part: 'subject' as const, text: subject, place: ['subject'] }]),
    ...Object.entries(subjects).map(([language, text]) => ({ part: 'subject' as const, language, text, place: ['subjects', language] })),
    { part: 'body', text: body, place: ['body'] },
    ...Object.entries(bodies).map(([language, text]) => ({ part: 'body' as const, language, text, place: ['bodies', language] })),
  ];
}
