import type { DocumentBlock, DocumentColumn, DocumentTemplateDocument, DocumentText } from '@guanxi/metadata';

const LONGEST = 20_000;
const MOST_BLOCKS = 100;
const MOST_COLUMNS = 12;
const LONGEST_LOGO = 300_000;

type Given = Readonly<Record<string, unknown>>;

/** The parts of a template that are there and fit: a draft need not be whole to be looked at. */
export function readLetterDraft(draft: unknown): DocumentTemplateDocument {
  const given = asObject(draft);
  const [logo, page] = [given['logo'], asObject(given['page'])];
  const [header, footer] = [readText(given['header']), readText(given['footer'])];
  const fileName = text(given['fileName']);
  return {
    kind: 'document-template', name: text(given['name']) ?? '', title: text(given['title']) ?? '', titles: texts(given['titles']), object: text(given['object']) ?? '',
    ...(fileName !== undefined && { fileName }),
    page: { size: page['size'] === 'letter' ? 'letter' : 'A4', orientation: page['orientation'] === 'landscape' ? 'landscape' : 'portrait' },
    ...(typeof logo === 'string' && logo.length <= LONGEST_LOGO && /^data:image\/(png|jpeg);base64,/.test(logo) && { logo }),
    ...(header && { header }), ...(footer && { footer }),
    blocks: list(given['blocks'], MOST_BLOCKS).flatMap(readBlock), guanxi: { id: '' },
  };
}

function readBlock(block: unknown): readonly DocumentBlock[] {
  const given = asObject(block);
  if (given['kind'] === 'pageBreak') return [{ kind: 'pageBreak' }];
  if (given['kind'] === 'table') {
    const [relation, where, orderBy] = [text(given['relation']), text(given['where']), text(given['orderBy'])];
    const columns = list(given['columns'], MOST_COLUMNS).map(readColumn);
    return relation !== undefined && columns.length > 0 ? [{ kind: 'table', relation, columns, ...(where !== undefined && { where }), ...(orderBy !== undefined && { orderBy }) }] : [];
  }
  const body = given['kind'] === 'text' ? readText(given) : undefined;
  return body ? [{ kind: 'text', ...body }] : [];
}

function readColumn(column: unknown): DocumentColumn {
  const given = asObject(column);
  const { width, total } = given;
  return { title: text(given['title']) ?? '', titles: texts(given['titles']), value: text(given['value']) ?? '', ...(typeof width === 'number' && width >= 1 && width <= 10 && { width }), ...(total === true && { total }) };
}

function readText(value: unknown): DocumentText | undefined {
  const given = asObject(value);
  const [body, bodies] = [text(given['body']), texts(given['bodies'])];
  return body === undefined && Object.keys(bodies).length === 0 ? undefined : { body: body ?? '', bodies };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, LONGEST) : undefined;
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(asObject(value)).flatMap(([language, one]) => (text(one) === undefined ? [] : [[language, text(one) ?? '']])));
}

function list(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function asObject(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
}
