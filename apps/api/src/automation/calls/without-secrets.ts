/** Shorter words are found everywhere. */
const SHORTEST = 6;

/** A text that somebody outside answered, in which what was told to them in secret is not to be read: whole values, and their words. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const words = secrets.flatMap((secret) => [secret, ...secret.split(/[\s,;]+/)]).filter((word) => word.length >= SHORTEST);
  return [...new Set(words)].sort((one, other) => other.length - one.length).reduce((left, word) => left.replaceAll(word, '•••'), text);
}
