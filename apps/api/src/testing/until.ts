/**
 * Waits until it is so, and fails when it does not come about. `patience` in milliseconds is what a machine with much else to do
 * may need: it costs nothing where all is well.
 */
export async function until(condition: () => boolean | Promise<boolean>, patience = 240_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
