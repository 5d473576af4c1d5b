/** The same items, and undefined whenever none came for so many milliseconds. */
export async function* beatingWith<T extends object>(items: AsyncGenerator<T>, milliseconds: number): AsyncGenerator<T | undefined> {
  let next = items.next();
  // A failure is met where it is awaited below; here it must not count as nobody's.
  next.catch(() => undefined);
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const beat = new Promise<'beat'>((resolve) => (timer = setTimeout(() => resolve('beat'), milliseconds).unref()));
      const first = await Promise.race([next, beat]).finally(() => clearTimeout(timer));
      if (first === 'beat') {
        yield undefined;
        continue;
      }
      if (first.done) return;
      yield first.value;
      next = items.next();
      next.catch(() => undefined);
    }
  } finally {
    // Not waited for: it may be in the middle of waiting for something that never comes.
    void items.return(undefined);
  }
}
