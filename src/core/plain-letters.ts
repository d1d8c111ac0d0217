/** Letters without marks and case, so that "a la creme" finds "À la crème". */
export const plainLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
