/** Whom a word for several people means: the members of one's teams, or the people below one in the tree of roles. Oneself is among both. */
export const peopleWords = ['myTeams', 'belowMe'] as const;

export type PeopleWord = (typeof peopleWords)[number];
