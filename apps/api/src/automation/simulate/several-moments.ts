/** An action asks what time it is, but the runs of its batch stand at several moments: it is asked again for each. */
export class SeveralMoments extends Error {
  override readonly name = 'SeveralMoments';
}
