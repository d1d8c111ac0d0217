import type { Disposition } from '../../core/index.js';

/** A tree by names; a list holds leaves. */
type Names = { readonly [name: string]: Names } | readonly string[];

const names: Names = {
  Billing: {
    Refund: ['Late delivery', 'Damaged goods', 'Goods returned'],
    Invoice: ['Copy sent', 'Corrected'],
    Subscription: ['Kept', 'Cancelled'],
  },
  Delivery: { 'Where is it': ['On its way', 'Lost'], Change: ['Address', 'Day'] },
  Support: { Account: ['Password', 'Closed'], Product: ['Warranty', 'Advice'] },
  Other: ['Wrong contact', 'No answer'],
};

const treeOf = (below: Names, above: string): readonly Disposition[] =>
  Object.entries(below).map(([key, inner]: [string, Names | string]) => {
    const name = typeof inner === 'string' ? inner : key;
    const id = `${above}/${name}`;
    return typeof inner === 'string' ? { id, name } : { id, name, children: treeOf(inner, id) };
  });

/** What the local contact centre offers in its wrap-up unless it is given another tree: that of a small web shop. */
export const localDispositions: readonly Disposition[] = treeOf(names, 'local');
