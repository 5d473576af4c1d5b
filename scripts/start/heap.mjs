/**
 * How Node keeps young objects, in MiB per half. Requests leave much behind that nobody needs after them: with its default of 16, Node
 * tidies up in the midst of them and takes for old what is only under way.
 */
export const heapArguments = ['--max-semi-space-size=32'];
