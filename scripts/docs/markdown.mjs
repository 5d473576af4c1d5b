const NOTE = '<!-- Written by "npm run docs" from the code; changes here are lost. -->';

/** A page of paragraphs, tables and code blocks with a blank line between. */
export function page(title, ...parts) {
  return `${[`# ${title}`, NOTE, ...parts.flat().filter((part) => part !== '')].join('\n\n')}\n`;
}

export function table(headings, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text) => (text === '' || text === undefined ? '' : `\`${text}\``);
export const codes = (texts) => texts.map(code).join(' ');
export const block = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
