import type { Actor } from '../access/actor.js';

/** Whose org is asked about, and in which language the answer is told. */
export type Asker = Pick<Actor, 'org' | 'locale'>;
