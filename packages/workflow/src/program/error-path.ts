/** The path that is taken when a step fails for good, instead of parking. */
export const ERROR = 'error';
