import type { Tape } from '../tape.js';

// People are invented, and their numbers lie in ranges kept free for fiction.

const lateDelivery: Tape = {
  name: 'late-delivery',
  channel: 'web',
  queue: 'Delivery',
  endUser: { name: 'Ana Silva', phone: '+447700900142' },
  steps: [
    { after: 1_000, do: 'write', text: 'Hello, my parcel was due on Tuesday and it is still not here.' },
    { after: 4_000, do: 'write', text: 'The order number is 48213.' },
    { after: 3_000, do: 'type', text: 'Can you tell me where it is?', over: 4_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'type', text: 'Will it come before the weekend? It is a birthday present.', over: 8_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 4_000, do: 'type', text: 'That is good to hear, thank you.', over: 4_000 },
  ],
};

const refund: Tape = {
  name: 'refund',
  channel: 'mobile',
  queue: 'Billing',
  endUser: { name: 'Tomasz Nowak', phone: '+447700900385' },
  steps: [
    {
      after: 7_000,
      do: 'type',
      text: 'Hi! I sent the jacket back on 2 November and have not had my money yet.',
      over: 8_000,
    },
    { after: 5_000, do: 'write', text: 'It was £89.90, order 51077.' },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 4_000, do: 'type', text: 'The tracking says it arrived at your warehouse on the 6th.', over: 7_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'write', text: 'Great, how many days does the bank need?' },
    { do: 'wait-for-reply', within: 240_000 },
  ],
};

const invoice: Tape = {
  name: 'invoice',
  channel: 'web',
  queue: 'Billing',
  endUser: { name: 'Priya Raman' },
  steps: [
    {
      after: 15_000,
      do: 'write',
      text: 'Good morning. I need the invoice for order 39954 with our company name on it.',
    },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'type', text: 'It should say', over: 2_000, then: 'clear' },
    { after: 4_000, do: 'type', text: 'Please put "Northgate Tools Ltd" on it, same address.', over: 7_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 2_000, do: 'write', text: 'Perfect, thanks!' },
  ],
};

/** Goes before anybody could help. */
const password: Tape = {
  name: 'password',
  channel: 'mobile',
  queue: 'Support',
  endUser: { name: 'Lena Fischer', phone: '+12025550117' },
  steps: [
    { after: 22_000, do: 'type', text: 'I cannot log in any more, the reset link says it has expired.', over: 6_000 },
    { do: 'wait-for-reply', within: 120_000 },
    { after: 6_000, do: 'type', text: 'Oh wait, now there is a newer mail', over: 5_000, then: 'clear' },
    { after: 2_000, do: 'leave' },
  ],
};

/** Several short messages in a row, as people write on a phone. */
const wrongSize: Tape = {
  name: 'wrong-size',
  channel: 'whatsapp',
  queue: 'Delivery',
  endUser: { name: 'Marco Rossi', phone: '+447700900271' },
  steps: [
    {
      after: 30_000,
      do: 'burst',
      texts: ['Hey', 'I ordered size 42', 'and got 44', 'order 60318', 'can I swap them without paying postage again?'],
      every: 1_800,
    },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 4_000, do: 'type', text: 'I still have the box, by the way.', over: 3_000 },
    { do: 'wait-for-reply', within: 240_000 },
  ],
};

const subscription: Tape = {
  name: 'subscription',
  channel: 'web',
  queue: 'Billing',
  endUser: { name: 'Grace Okafor', phone: '+12025550163' },
  steps: [
    {
      after: 41_000,
      do: 'type',
      text: 'I want to cancel my subscription before it renews on 1 December.',
      over: 7_000,
    },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'type', text: 'It is the price. €14.99 a month is too much for what I use.', over: 8_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 5_000, do: 'write', text: 'Please just cancel it. Will I get a confirmation by mail?' },
    { do: 'wait-for-reply', within: 240_000 },
  ],
};

/** Loses the connection in a tunnel, and comes back. */
const addressChange: Tape = {
  name: 'address-change',
  channel: 'mobile',
  queue: 'Delivery',
  endUser: { name: 'Jonas Lindqvist', phone: '+447700900619' },
  steps: [
    { after: 52_000, do: 'write', text: 'Can I still change the delivery address of order 48990?' },
    { do: 'wait-for-reply', within: 180_000 },
    { after: 3_000, do: 'type', text: 'The new one is 14 Mill La', over: 4_000, then: 'clear' },
    { after: 1_000, do: 'leave' },
    { after: 12_000, do: 'return' },
    { after: 2_000, do: 'type', text: 'Sorry, I was in a tunnel. It is 14 Mill Lane, Riverton.', over: 6_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'write', text: 'Thanks a lot!' },
  ],
};

const frenchWarranty: Tape = {
  name: 'warranty',
  channel: 'web',
  queue: 'Support',
  endUser: { name: 'Camille Moreau', phone: '+33639980123' },
  steps: [
    { after: 63_000, do: 'type', text: 'Bonjour, ma bouilloire ne chauffe plus depuis hier.', over: 6_000 },
    { after: 3_000, do: 'write', text: 'Je l’ai achetée en mars, est-elle encore sous garantie ?' },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 4_000, do: 'type', text: 'J’ai encore le ticket de caisse, numéro 7741.', over: 5_000 },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 3_000, do: 'write', text: 'Merci beaucoup, bonne journée !' },
  ],
};

const appointment: Tape = {
  name: 'appointment',
  channel: 'sms',
  queue: 'Support',
  endUser: { phone: '+12025550148' },
  steps: [
    {
      after: 74_000,
      do: 'write',
      text: 'Need to move my repair appointment from Thursday 10:30 to next week. Possible?',
    },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 8_000, do: 'write', text: 'Tuesday after 4 pm would be best.' },
    { do: 'wait-for-reply', within: 240_000 },
    { after: 5_000, do: 'write', text: 'OK see you then' },
  ],
};

/** Runs out of patience: writes while unanswered, then goes. */
const complaint: Tape = {
  name: 'complaint',
  channel: 'whatsapp',
  queue: 'Support',
  endUser: { name: 'Helen Marsh', phone: '+447700900807' },
  steps: [
    { after: 85_000, do: 'write', text: 'This is the third time the same lamp arrives broken.' },
    { after: 9_000, do: 'write', text: 'I am really not happy with how it is packed. Order 57702.' },
    { do: 'wait-for-reply', within: 90_000 },
    { after: 20_000, do: 'type', text: 'So what are you going to do about it?', over: 8_000 },
    { do: 'wait-for-reply', within: 90_000 },
    { after: 10_000, do: 'write', text: 'I will write to your head office then.' },
    { after: 2_000, do: 'leave' },
  ],
};

/** Ten end users in the order they arrive: a minute and a half of a busy morning. */
export const shiftTapes: readonly Tape[] = [
  lateDelivery,
  refund,
  invoice,
  password,
  wrongSize,
  subscription,
  addressChange,
  frenchWarranty,
  appointment,
  complaint,
];
