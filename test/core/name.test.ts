import { describe, expect, it } from 'vitest';
import { isKnownChannel, mayTellName, nameOf, plainPhone, toldOf, type EndUser } from '../../src/core/index.js';

const NAMED_CHANNELS = ['web', 'mobile'];
const PHONE_CHANNELS = ['whatsapp', 'sms', 'telegram', 'WEB', 'web ', 'constructor', ''];
const NAMES = ['Ana Silva', undefined, '', '   ', '\u00a0\t', '\u200b'];
const PHONES = ['+15550100', undefined, '', '  '];

const person = (name: string | undefined, phone: string | undefined): EndUser => ({
  id: 'person-1',
  ...(name === undefined ? {} : { name }),
  ...(phone === undefined ? {} : { phone }),
});

const known = NAMES.flatMap((name) => PHONES.map((phone) => ({ name, phone })));
const phoneOrNothing = (phone: string | undefined): string => (phone === '+15550100' ? 'phone: +15550100' : 'nothing');

const told = (end: EndUser, channel: string, crm: boolean): string => {
  const naming = nameOf(end, channel, crm);
  return naming.by === 'nothing' ? 'nothing' : `${naming.by}: ${naming.text}`;
};

describe('who is named', () => {
  it.each(NAMED_CHANNELS)('on %s with a CRM, the name where it is known, else the phone, else nothing', (channel) => {
    expect(known.map(({ name, phone }) => told(person(name, phone), channel, true))).toEqual(
      known.map(({ name, phone }) => (name === 'Ana Silva' ? 'name: Ana Silva' : phoneOrNothing(phone))),
    );
  });

  const otherwise = [
    ...[...NAMED_CHANNELS, ...PHONE_CHANNELS].map((channel) => ({ channel, crm: false })),
    ...PHONE_CHANNELS.map((channel) => ({ channel, crm: true })),
  ];

  it.each(otherwise)(
    'on "$channel" with CRM $crm, the phone, else nothing, whatever name is known',
    ({ channel, crm }) => {
      expect(known.map(({ name, phone }) => told(person(name, phone), channel, crm))).toEqual(
        known.map(({ phone }) => phoneOrNothing(phone)),
      );
    },
  );

  it.each(['web', 'mobile'])('a name may be told on %s only with a CRM', (channel) => {
    expect([mayTellName(channel, true), mayTellName(channel, false)]).toEqual([true, false]);
  });

  it('a phone is told in full without separators', () => {
    expect(nameOf({ phone: ' +1 (555) 0100 ' }, 'sms', true)).toEqual({ by: 'phone', text: '+15550100' });
  });

  it('a name is told without the spaces around it', () => {
    expect(nameOf({ name: '  Ana Silva\n' }, 'web', true)).toEqual({ by: 'name', text: 'Ana Silva' });
  });

  it('what a CRM answers in place of text counts as unknown', () => {
    const junk = { name: 7, phone: null } as unknown as EndUser;

    expect(nameOf(junk, 'web', true)).toEqual({ by: 'nothing' });
  });
});

describe('a phone number', () => {
  it.each([
    ['+1 555 0100', '+15550100'],
    ['+1 (555) 01-00', '+15550100'],
    ['+1\u00a0555\u202f0100', '+15550100'],
    ['+1.555.0100', '+15550100'],
    ['030/555\u20130100', '0305550100'],
    ['\u202a+1 555 0100\u202c', '+15550100'],
    ['12345', '12345'],
  ])('written "%s" is told in full without separators', (written, told) => {
    expect(plainPhone(written)).toBe(told);
  });

  it.each(['Parcel-Info', '+1 555 0100 ext. 7', '++1'])('that is none ("%s") is told as it came', (written) => {
    expect(plainPhone(`  ${written} `)).toBe(written);
  });
});

describe('what a host is told of an end user', () => {
  const attributes = {
    case: '4711',
    country: 'Canada',
    label: 'Gold customer ANA SILVA, since 2019',
    sorted: 'Silva, Ana',
    mail: 'asilva@example.com',
    login: 'anasilva',
    greeting: 'Dear Ana',
    accented: 'Mrs. Sílva',
    mistyped: 'Dear Ána',
    fullName: 'somebody',
    'Ana Silva': 'yes',
  };
  const ana: EndUser = { id: 'person-1', name: 'Ana Silva', phone: '+1 555 0100', attributes };

  it('is everything where the name may be told', () => {
    expect(toldOf(ana, 'mobile', true)).toEqual({ ...ana, phone: '+15550100' });
  });

  it.each([
    ['whatsapp', true],
    ['sms', true],
    ['telegram', true],
    ['web', false],
    ['mobile', false],
  ])('on %s with CRM %s is without the name in any attribute, and the rest stays', (channel, crm) => {
    expect(toldOf(ana, channel, crm)).toEqual({
      id: 'person-1',
      phone: '+15550100',
      attributes: { case: '4711', country: 'Canada' },
    });
  });

  it('is without what attributes call a name, also elsewhere among them, when no name is known otherwise', () => {
    const stranger: EndUser = {
      id: 'person-2',
      attributes: {
        first_name: 'Bo',
        Surname: 'Lindqvist',
        mail: 'lindqvist@example.com',
        note: 'for Bo',
        plan: 'Boat',
      },
    };

    expect(toldOf(stranger, 'web', true)).toEqual({ id: 'person-2', attributes: { plan: 'Boat' } });
  });

  it('is without short names written as one word, but not without words that begin alike', () => {
    const end: EndUser = {
      id: 'p',
      name: 'Bo Li',
      attributes: { login: 'boli', page: 'boli.example', plan: 'Boat', tier: 'lite' },
    };

    expect(toldOf(end, 'sms', true).attributes).toEqual({ plan: 'Boat', tier: 'lite' });
  });

  it.each(['name', 'NAME', 'full_name', 'customer-name', 'userFirstName', 'Prénom', 'surname'])(
    'is without the attribute %s, whatever is in it',
    (key) => {
      expect(toldOf({ id: 'p', attributes: { [key]: ' ', case: '7' } }, 'sms', true).attributes).toEqual({ case: '7' });
    },
  );

  it('is without a name that has no letters', () => {
    expect(toldOf({ id: 'p', name: '🌸', attributes: { note: 'for 🌸', case: '7' } }, 'sms', true).attributes).toEqual({
      case: '7',
    });
  });

  it.each(['filename', 'productName', 'companyName', 'hostname'])(
    'keeps the attribute %s, which is nobody’s name',
    (key) => {
      expect(toldOf({ id: 'p', attributes: { [key]: 'x' } }, 'sms', true).attributes).toEqual({ [key]: 'x' });
    },
  );

  it('is without a name in a script that has no spaces', () => {
    const end: EndUser = { id: 'p', name: '王伟', attributes: { note: '致王伟先生', city: '北京' } };

    expect(toldOf(end, 'whatsapp', true)).toEqual({ id: 'p', attributes: { city: '北京' } });
  });

  it('has no empty parts', () => {
    expect(toldOf({ id: 'p', name: ' ', phone: ' ', attributes: {} }, 'web', true)).toEqual({ id: 'p' });
  });

  it('survives attributes that are no text', () => {
    const junk = { id: 'p', name: 'Ana Silva', attributes: { vip: true, age: 7 } } as unknown as EndUser;

    expect(toldOf(junk, 'sms', true)).toEqual({ id: 'p' });
  });
});

describe('a channel', () => {
  it.each(['web', 'mobile', 'whatsapp', 'sms'])('%s has an icon of its own', (channel) => {
    expect(isKnownChannel(channel)).toBe(true);
  });

  it.each(['telegram', 'SMS', '', 'toString'])('"%s" is unknown', (channel) => {
    expect(isKnownChannel(channel)).toBe(false);
  });
});
