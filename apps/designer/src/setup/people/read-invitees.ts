export interface ReadInvitees {
  readonly people: readonly { readonly email: string; readonly name?: string }[];
  /** What is no address. */
  readonly wrong: readonly string[];
  /** Addresses that come twice. */
  readonly twice: readonly string[];
  /** Addresses of people who are here already. */
  readonly known: readonly string[];
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;

/** Reads what somebody pastes: addresses on lines, or with commas or semicolons between them, with names before them or without. */
export function readInvitees(text: string, here: ReadonlySet<string>): ReadInvitees {
  const people: { email: string; name?: string }[] = [];
  const [wrong, twice, known]: [string[], string[], string[]] = [[], [], []];
  const seen = new Set<string>();
  for (const part of splitParts(text)) {
    const [, quoted = '', named] = /^"?([^"<>]*?)"?\s*<([^<>]*)>$/.exec(part) ?? [];
    const email = (named ?? part).trim().toLowerCase();
    if (!ADDRESS.test(email)) wrong.push(part);
    else if (seen.has(email)) twice.push(email);
    else if (here.has(email)) known.push(email);
    else people.push({ email, ...(quoted.trim() !== '' && { name: quoted.trim() }) });
    seen.add(email);
  }
  return { people, wrong, twice, known };
}

/** Blanks part addresses that stand bare; a name may hold some. */
function splitParts(text: string): readonly string[] {
  return text.split(/[\n;,，；、]+/).flatMap((line) => {
    const part = line.trim();
    if (part === '') return [];
    const words = part.split(/\s+/);
    return words.length > 1 && words.every((word) => ADDRESS.test(word)) ? words : [part];
  });
}
