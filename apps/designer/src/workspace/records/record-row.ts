/** A record as the API answers it: `customerId` beside `customer { id name }`. */
export type RecordRow = Readonly<Record<string, unknown>> & { readonly id: string };
