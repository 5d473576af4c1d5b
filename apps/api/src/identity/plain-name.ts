/** A name as it may stand in a mail's header and in a line of its text: nothing in it ends the line or controls anything. */
export function plainName(name: string): string {
  return name.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
