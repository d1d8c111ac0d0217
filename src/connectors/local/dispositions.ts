import type { Disposition } from '../../core/index.js';

const node = (id: string, name: string, ...children: readonly Disposition[]): Disposition => ({
  id,
  name,
  ...(children.length === 0 ? {} : { children }),
});

/** What the local contact centre offers in its wrap-up unless it is given another tree: that of a small web shop. */
export const localDispositions: readonly Disposition[] = [
  node(
    'billing',
    'Billing',
    node(
      'billing-refund',
      'Refund',
      node('billing-refund-late', 'Late delivery'),
      node('billing-refund-damaged', 'Damaged goods'),
      node('billing-refund-returned', 'Goods returned'),
    ),
    node(
      'billing-invoice',
      'Invoice',
      node('billing-invoice-copy', 'Copy sent'),
      node('billing-invoice-wrong', 'Corrected'),
    ),
    node(
      'billing-subscription',
      'Subscription',
      node('billing-subscription-kept', 'Kept'),
      node('billing-subscription-ended', 'Cancelled'),
    ),
  ),
  node(
    'delivery',
    'Delivery',
    node(
      'delivery-where',
      'Where is it',
      node('delivery-where-on-its-way', 'On its way'),
      node('delivery-where-lost', 'Lost'),
    ),
    node('delivery-change', 'Change', node('delivery-change-address', 'Address'), node('delivery-change-day', 'Day')),
  ),
  node(
    'support',
    'Support',
    node(
      'support-account',
      'Account',
      node('support-account-password', 'Password'),
      node('support-account-closed', 'Closed'),
    ),
    node(
      'support-product',
      'Product',
      node('support-product-warranty', 'Warranty'),
      node('support-product-advice', 'Advice'),
    ),
  ),
  node('other', 'Other', node('other-wrong-number', 'Wrong contact'), node('other-no-answer', 'No answer')),
];
