/** A short word before a full stop that does not end a sentence: a title, an initial, "no. 4". */
const ABBREVIATED = /(?:^|\s)(?:\p{L}|mr|mrs|ms|dr|no|nr|st|mme|num)\.$/iu;

/** The sentences of a message, as they stand in it. */
export const sentencesOf = (text: string): readonly string[] => {
  const parts = text
    .replace(/([.!?…]["'»”’)]?)\s+/gu, '$1\n')
    .replace(/([。！？])/gu, '$1\n')
    .split(/\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const sentences: string[] = [];
  for (const part of parts) {
    const before = sentences.at(-1);
    // Joined again only where that gives what was written.
    if (before !== undefined && ABBREVIATED.test(before) && text.includes(`${before} ${part}`))
      sentences[sentences.length - 1] = `${before} ${part}`;
    else sentences.push(part);
  }
  return sentences;
};

/** The words of a sentence, in lower case. */
export const wordsOf = (sentence: string): readonly string[] =>
  (sentence.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).map((word) => word.replace(/['’]$/u, ''));

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words of greeting and thanks. With nothing of weight beside them a sentence says nothing. */
const COURTESY = set(
  'hello hi hey morning afternoon evening bye goodbye thanks thank thx cheers welcome greetings regards ' +
    'bonjour bonsoir salut merci revoir bienvenue hallo tag danke tschüss hola gracias adiós buenos buenas ' +
    'ciao buongiorno grazie arrivederci olá obrigado obrigada hoi dank bedankt',
);

/** Words that go with them, and words of agreement. */
const FILLING = set(
  'great perfect super parfait very much lovely nice okay good have that hear then this kind quick help helping ' +
    'sorry beaucoup bonne journée soirée vous pour aide ' +
    'guten vielen schönen muchas tardes mille molto muito',
);

/** Beginnings of words by which people ask for something or say what is wrong, in several languages. */
const ASKING =
  /^(?:need|want|would|can|could|cannot|can[’']t|cancel|refund|return|chang|swap|help|problem|broke|broken|wrong|missing|late|lost|damag|expired|stopped|never|not|still|complain|besoin|voudrais|veux|peux|pouvez|rembours|annul|problème|cass|défect|retard|manqu|perdu|plus|erreur|garantie|brauche|möchte|nicht|kaputt|falsch|stornier|necesit|quiero|puedo|roto|cambiar|reembols|vorrei|bisogno|rotto|preciso|quero|probleem|kapot)/u;

/** Beginnings of words by which an agent says what was done, or will be. */
const ANSWERING =
  /^(?:will|[\p{L}]+[’']ll|sent|send|refunded|booked|moved|changed|cancelled|canceled|extended|arriv|replac|tomorrow|today|days?|because|vais|allons|envoy|rembours|sera|recevr|demain|jours?|remplac|valable|werde|wird|schick|morgen|enviar|será|mañana|ersetz|manderemo|enviaremos)/u;

const OPENING =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|hallo|guten tag|hola|ciao|olá)(?:\s+\p{L}+)?\s*[,!.–-]\s*/iu;

/** A sentence without the greeting it begins with. */
export const withoutGreeting = (sentence: string): string => sentence.replace(OPENING, '').trim();

export const isQuestion = (sentence: string): boolean => /[?？]["'»”’)]?$/u.test(sentence);

/** Whether it holds an order number, an amount, a date or a time: what a note must keep. */
export const hasFact = (sentence: string): boolean => /\d/u.test(sentence);

/** Whether it names the very thing: a long number, or an amount of money. */
export const hasReference = (sentence: string): boolean => /\d{4,}|\p{Sc}\s?\d|\d\s?\p{Sc}/u.test(sentence);

/** Words that can carry what a sentence is about: short ones are those that every sentence has. */
export const weightyWords = (sentence: string): readonly string[] =>
  wordsOf(sentence).filter((word) => word.length >= 5 && !COURTESY.has(word) && !FILLING.has(word));

/** Whether a sentence only greets, thanks or agrees. */
export const saysNothing = (sentence: string): boolean => {
  if (hasFact(sentence)) return false;
  const words = wordsOf(sentence);
  if (words.some((word) => COURTESY.has(word)) && !isQuestion(sentence)) return weightyWords(sentence).length === 0;
  return words.every((word) => word.length <= 3 || COURTESY.has(word) || FILLING.has(word));
};

export const asks = (sentence: string): boolean => wordsOf(sentence).some((word) => ASKING.test(word));
export const answers = (sentence: string): boolean => wordsOf(sentence).some((word) => ANSWERING.test(word));
