/** For component tests: a kit of bare HTML. */
export { plainKit } from './plain-kit.js';
