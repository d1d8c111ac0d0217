/** The sentences of a message, as they stand in it. A full stop after a title, an initial or "no." ends none. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/((?:^|\s)(?:\p{L}|dr|mrs?|mme|no|nr)\.\s)|([.!?…]["'»”’)]?(?=\s)|[。！？])/giu, (all, short?: string) =>
      short === undefined ? `${all}\n` : all,
    )
    .split('\n')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

export const isQuestion = (sentence: string): boolean => /[?？]["'»”’)]?$/u.test(sentence);

/** What a note must keep counts: an order number, a date or a time, and above all a long number or an amount of money. */
export const factsIn = (sentence: string): number =>
  /\d{4}|\p{Sc}\s?\d|\d\s?\p{Sc}/u.test(sentence) ? 2.5 : /\d/u.test(sentence) ? 1 : 0;

/** Beginnings of words of greeting, thanks and regret. */
const COURTESY =
  /^(?:hello|morning|thank|waiting|welcome|sorry|great|perfect|glad|bonjour|bonsoir|merci|parfait|beaucoup)/u;

/** How much a sentence says: its words, less the short ones that every sentence has; courtesies count against it. */
export const weightOf = (sentence: string): number => {
  const words = new Set(sentence.toLowerCase().match(/\p{L}{4,}/gu));
  return [...words].reduce((weight, word) => weight + (COURTESY.test(word) ? -1 : 1), 0);
};
