/** What an action asks that has no answer for the past: what its step would have done nobody can tell. */
export class NotThought extends Error {
  override readonly name = 'NotThought';
}
