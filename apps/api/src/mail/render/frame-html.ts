import { styleOf, styleSheet } from './look.js';
import { escapeHtml } from './write-html.js';

export interface MessageFrame {
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly orgName: string;
  /** Below the message: why it comes. */
  readonly foot?: string;
}

/** Ends the card; nothing that is written into one holds it, since words are escaped. */
const AFTER_CONTENT = '\n</td></tr>\n</table>\n<table role="presentation" width="100%"';

/** A whole HTML document around the blocks of a message: one column, as wide as the screen and no wider than it reads well. */
export function frameHtml(content: string, { subject, language, orgName, foot }: MessageFrame): string {
  const below = foot === undefined ? '' : `<tr><td${styleOf('foot')}>${escapeHtml(foot)}</td></tr>`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${styleSheet}
</style>
</head>
<body${styleOf('body')}>
<table role="presentation" cellpadding="0" cellspacing="0" border="0"${styleOf('frame')}><tr><td${styleOf('outside')}>
<table role="presentation" cellpadding="0" cellspacing="0" border="0"${styleOf('card')}>
<tr><td${styleOf('head')}>${escapeHtml(orgName)}</td></tr>
<tr><td${styleOf('inside')}>
${content}${AFTER_CONTENT} cellpadding="0" cellspacing="0" border="0">${below}</table>
</td></tr></table>
</body>
</html>
`;
}

/** More at the end of the content of a document that `frameHtml` has made. */
export function addToFrame(html: string, content: string): string {
  const end = html.lastIndexOf(AFTER_CONTENT);
  return end < 0 ? html : `${html.slice(0, end)}\n${content}${html.slice(end)}`;
}
