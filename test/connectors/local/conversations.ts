import type { Message } from '../../../src/core/index.js';
import { at } from '../../support/builders.js';

/** A conversation as lines: `>` the end user's, `<` the agent's. */
export const conversationOf = (...lines: readonly string[]): readonly Message[] =>
  lines.map((line, index) => ({
    id: `m-${index + 1}`,
    author: line.startsWith('<') ? 'agent' : 'end-user',
    kind: 'text',
    text: line.slice(2),
    time: at(index * 20),
    seq: index + 1,
  }));

/** Ten conversations, and the summary that each must give. */
export const conversations: Readonly<
  Record<string, { readonly locale?: string; readonly said: readonly Message[]; readonly summary: readonly string[] }>
> = {
  'a late parcel': {
    said: conversationOf(
      '> Hello, my parcel was due on Tuesday and it is still not here.',
      '> The order number is 48213.',
      '> Can you tell me where it is?',
      '< Good morning Ana, let me check that for you.',
      '< It left our warehouse this morning. The carrier brings it tomorrow before noon.',
      '> Will it come before the weekend? It is a birthday present.',
      '< Yes, tomorrow is Friday. You will get a text message an hour before.',
      '> That is good to hear, thank you.',
    ),
    summary: [
      'Customer: Hello, my parcel was due on Tuesday and it is still not here.',
      'Customer: The order number is 48213.',
      'Agent: The carrier brings it tomorrow before noon.',
      'Customer: Will it come before the weekend?',
      'Agent: You will get a text message an hour before.',
    ],
  },
  'a refund': {
    said: conversationOf(
      '> Hi! I sent the jacket back on 2 November and have not had my money yet.',
      '> It was £89.90, order 51077.',
      '< Hello, thanks for waiting.',
      '< Which address did you send it to?',
      '> The tracking says it arrived at your warehouse on the 6th.',
      '< I found it. I have refunded £89.90 to your card today.',
      '> Great, how many days does the bank need?',
      '< Banks take up to five working days.',
      '> Thanks!',
    ),
    summary: [
      'Customer: I sent the jacket back on 2 November and have not had my money yet.',
      'Customer: It was £89.90, order 51077.',
      'Customer: The tracking says it arrived at your warehouse on the 6th.',
      'Agent: I have refunded £89.90 to your card today.',
      'Agent: Banks take up to five working days.',
    ],
  },
  'an invoice': {
    said: conversationOf(
      '> Good morning. I need the invoice for order 39954 with our company name on it.',
      '< Hello, which name should it show?',
      '> Please put "Northgate Tools Ltd" on it, same address.',
      '< I have sent the corrected invoice to your mail address.',
      '> Perfect, thanks!',
      '< You are welcome.',
    ),
    summary: [
      'Customer: I need the invoice for order 39954 with our company name on it.',
      'Customer: Please put "Northgate Tools Ltd" on it, same address.',
      'Agent: I have sent the corrected invoice to your mail address.',
    ],
  },
  'a password': {
    said: conversationOf(
      '> I cannot log in any more, the reset link says it has expired.',
      '< Hi, links are valid for one hour. I have just sent you a new one.',
      '> Got it, works now.',
      '< Glad to hear that!',
    ),
    summary: [
      'Customer: I cannot log in any more, the reset link says it has expired.',
      'Agent: I have just sent you a new one.',
    ],
  },
  'a wrong size in many small messages': {
    said: conversationOf(
      '> Hey',
      '> I ordered size 42',
      '> and got 44',
      '> order 60318',
      '> can I swap them without paying postage again?',
      '< Hi Marco!',
      '< Sorry about that.',
      '< Of course, postage is on us. I am sending a label and size 42 goes out today.',
      '> ok super',
    ),
    summary: [
      'Customer: I ordered size 42',
      'Customer: order 60318',
      'Customer: can I swap them without paying postage again?',
      'Agent: I am sending a label and size 42 goes out today.',
    ],
  },
  'a subscription': {
    said: conversationOf(
      '> I want to cancel my subscription before it renews on 1 December.',
      '< I am sorry to hear that. May I ask why?',
      '> It is the price. €14.99 a month is too much for what I use.',
      '< We could offer you half price for six months.',
      '> Please just cancel it. Will I get a confirmation by mail?',
      '< It is cancelled, and nothing will be charged on 1 December. The confirmation is on its way.',
      '> Thank you',
    ),
    summary: [
      'Customer: I want to cancel my subscription before it renews on 1 December.',
      'Customer: €14.99 a month is too much for what I use.',
      'Agent: We could offer you half price for six months.',
      'Customer: Will I get a confirmation by mail?',
      'Agent: It is cancelled, and nothing will be charged on 1 December.',
    ],
  },
  'une garantie': {
    locale: 'fr',
    said: conversationOf(
      '> Bonjour, ma bouilloire ne chauffe plus depuis hier.',
      '> Je l’ai achetée en mars, est-elle encore sous garantie ?',
      '< Bonjour, je regarde cela tout de suite.',
      '< Avez-vous encore le ticket de caisse ?',
      '> J’ai encore le ticket de caisse, numéro 7741.',
      '< La garantie est de deux ans. Nous vous envoyons une nouvelle bouilloire demain.',
      '> Merci beaucoup, bonne journée !',
    ),
    summary: [
      'Customer\u00a0: Bonjour, ma bouilloire ne chauffe plus depuis hier.',
      'Customer\u00a0: Je l’ai achetée en mars, est-elle encore sous garantie ?',
      'Customer\u00a0: J’ai encore le ticket de caisse, numéro 7741.',
      'Agent\u00a0: Nous vous envoyons une nouvelle bouilloire demain.',
    ],
  },
  'un remboursement': {
    locale: 'fr-CA',
    said: conversationOf(
      '> Bonsoir',
      '> J’ai été débité deux fois de 35,50 € pour la commande 8842.',
      '> Pouvez-vous me rembourser ?',
      '< Bonsoir, comment puis-je vous aider ?',
      '< Je vois les deux paiements.',
      '< Le second sera remboursé sous trois jours.',
      '> Parfait, merci.',
    ),
    summary: [
      'Customer\u00a0: J’ai été débité deux fois de 35,50 € pour la commande 8842.',
      'Customer\u00a0: Pouvez-vous me rembourser ?',
      'Agent\u00a0: Je vois les deux paiements.',
      'Agent\u00a0: Le second sera remboursé sous trois jours.',
    ],
  },
  'an appointment by text message': {
    said: conversationOf(
      '> Need to move my repair appointment from Thursday 10:30 to next week. Possible?',
      '< Yes. Which day suits you?',
      '> Tuesday after 4 pm would be best.',
      '< I have moved it to Tuesday, 1 December at 16:30.',
      '> OK see you then',
    ),
    summary: [
      'Customer: Need to move my repair appointment from Thursday 10:30 to next week.',
      'Customer: Tuesday after 4 pm would be best.',
      'Agent: I have moved it to Tuesday, 1 December at 16:30.',
    ],
  },
  'a complaint nobody could settle': {
    said: conversationOf(
      '> This is the third time the same lamp arrives broken.',
      '> I am really not happy with how it is packed. Order 57702.',
      '< How can I help you?',
      '> So what are you going to do about it?',
      '> I will write to your head office then.',
    ),
    summary: [
      'Customer: This is the third time the same lamp arrives broken.',
      'Customer: I am really not happy with how it is packed.',
      'Customer: Order 57702.',
    ],
  },
};
