/** Works out an answer about two things once, and knows it from then on; the things are told apart as themselves, not by what they say. */
export function remember<One, Other, Answer>(work: (one: One, other: Other) => Answer): (one: One, other: Other) => Answer {
  const known = new Map<One, Map<Other, Answer>>();
  return (one, other) => {
    let answers = known.get(one);
    if (!answers) known.set(one, (answers = new Map<Other, Answer>()));
    let answer = answers.get(other);
    if (answer === undefined) answers.set(other, (answer = work(one, other)));
    return answer;
  };
}
