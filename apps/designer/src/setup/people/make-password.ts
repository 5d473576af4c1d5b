const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Sixteen characters that are told apart when read aloud: 93 bits. */
export function makePassword(): string {
  const characters: string[] = [];
  while (characters.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // Bytes beyond the last whole multiple would make the first characters more likely.
      if (byte < 256 - (256 % alphabet.length) && characters.length < 16) characters.push(alphabet.charAt(byte % alphabet.length));
    }
  }
  return characters.join('');
}
