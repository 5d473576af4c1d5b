/** Whom a mail comes from or goes to. */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u;

/** One address and nothing beside it: no name, no list, no line break. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && ADDRESS.test(text) && !text.endsWith('.') && !text.includes('..');
}

/** Reads `crm@example.com` and `Our CRM <crm@example.com>`; undefined for anything else. */
export function readMailbox(text: string): Mailbox | undefined {
  const [, quoted, named] = /^\s*"?([^"<>\p{C}]*?)"?\s*<([^<>]*)>\s*$/u.exec(text) ?? [];
  const address = (named ?? text).trim();
  if (!isMailAddress(address)) return undefined;
  return { address, ...(quoted !== undefined && quoted !== '' && { name: quoted }) };
}
