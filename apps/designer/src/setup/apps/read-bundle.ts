/** The JSON of a chosen file; undefined when it is none. */
export async function readBundle(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}
