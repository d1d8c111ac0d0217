/**
 * The CRM's people: who has which phone number. Numbers come from the ranges that are reserved for fiction.
 *
 * @typedef {{ id: string; name: string; phone: string; city: string; since: number }} Person
 */

/** @type {readonly Person[]} */
export const people = [
  {
    id: 'p-101',
    name: 'Marta Kowalczyk',
    phone: '+447700900861',
    city: 'Leeds',
    since: 2021,
  },
  {
    id: 'p-102',
    name: 'Ingrid Sandvik',
    phone: '+447700900862',
    city: 'Bergen',
    since: 2019,
  },
  {
    id: 'p-103',
    name: 'Aiko Tanabe',
    phone: '+447700900863',
    city: 'Osaka',
    since: 2024,
  },
  {
    id: 'p-104',
    name: 'Devon Clarke',
    phone: '+12025550187',
    city: 'Baltimore',
    since: 2022,
  },
];

/** The cases on an agent's table. */
export const cases = [
  { id: 'C-2041', about: 'Parcel returned to sender', state: 'open' },
  { id: 'C-2044', about: 'Second invoice for one order', state: 'waiting' },
  { id: 'C-2050', about: 'Change of delivery address', state: 'open' },
];

/** The port that the adapter asks: names people by their phone number. */
export const crm = {
  /** @param {{ phone?: string }} endUser */
  async find({ phone }) {
    const person = people.find((one) => one.phone === phone?.replaceAll(' ', ''));
    return (
      person && {
        name: person.name,
        attributes: { person: person.id, city: person.city },
      }
    );
  },
};
