export { generateCompiledTypes, generateTypes } from './generate-types.js';
