export { createFormat, type Format } from './format.js';
export { parseDecimal } from './parse-decimal.js';
export { getFormat, setFormat, useFormat } from './use-format.js';
