import { translate, type MessageTemplateDocument } from '@guanxi/metadata';
import { LRUCache } from 'lru-cache';
import type { TokenValues } from './evaluate-tokens.js';
import { formatValue, type ReaderPlace } from './format-value.js';
import { frameHtml } from './frame-html.js';
import type { Block, Inline } from './marks.js';
import { parseLine, parseMarks } from './parse-marks.js';
import type { MessageToken } from './read-tokens.js';
import { cleanText, plainWords, writeHtml } from './write-html.js';
import { writeText } from './write-text.js';

export interface RenderedMessage {
  /** One line; empty for a notification. */
  readonly subject: string;
  readonly text: string;
  /** A whole document. */
  readonly html: string;
}

export interface MessageReader extends ReaderPlace {
  readonly orgName: string;
}

const LONGEST_SUBJECT = 500;

/** The same few texts are sent to many people. */
const parsedMarks = remember(parseMarks);
const parsedLine = remember(parseLine);

/** A template in the language of whoever gets it. A token without a value leaves nothing; `unknown` says what stands for one that makes no sense. */
export function renderMessage(template: MessageTemplateDocument, tokens: ReadonlyMap<string, MessageToken>, values: TokenValues, reader: MessageReader, unknown: (formula: string) => string = () => ''): RenderedMessage {
  const write = (formula: string): string => {
    const token = tokens.get(formula);
    const { value = null, currency } = values.get(formula) ?? {};
    if (!token) return unknown(formula);
    return formatValue({ value, type: token.formula.type, ...(token.field && { field: token.field }), ...(currency !== undefined && { currency }) }, reader);
  };
  const line = parsedLine(translate(template.subject ?? '', template.subjects, reader.language));
  const { blocks, formulas } = parsedMarks(translate(template.body, template.bodies, reader.language));
  return assemble(oneLine(plainWords(line.words, line.formulas.map(write))), blocks, formulas.map(write), reader);
}

/** Subject and body that somebody has put together already: words, and no marks. */
export function renderPlain(subject: string, body: string, reader: Pick<MessageReader, 'language' | 'orgName'>): RenderedMessage {
  const blocks = cleanText(body).split(/\n\s*\n/).map((part): Block => ({ kind: 'paragraph', content: part.split('\n').flatMap((text, index): readonly Inline[] => [...(index > 0 ? [{ kind: 'break' as const }] : []), { kind: 'words', text }]) }));
  return assemble(oneLine(subject), blocks, [], reader);
}

function assemble(subject: string, blocks: readonly Block[], values: readonly string[], { language, orgName }: Pick<MessageReader, 'language' | 'orgName'>): RenderedMessage {
  return { subject, text: writeText(blocks, values), html: frameHtml(writeHtml(blocks, values), { subject, language, orgName }) };
}

/** A header is one line: whatever would break it is a blank. */
function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT).toWellFormed();
}

function remember<Parsed extends object>(parse: (text: string) => Parsed): (text: string) => Parsed {
  const known = new LRUCache<string, Parsed>({ max: 500 });
  return (text) => {
    const parsed = known.get(text) ?? parse(text);
    known.set(text, parsed);
    return parsed;
  };
}
