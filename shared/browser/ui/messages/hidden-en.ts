/** What a customer hides for good. */
export const hiddenEn = {
  'choose.remember': 'Remember for this site',
  'hiddenSites.title': 'Hidden on sites',
  'hiddenSites.text':
    'What you have hidden on a site and asked to be remembered. It stays hidden whenever you show that site. It is kept in this browser only.',
  'hiddenSites.none': 'Nothing is remembered.',
  'hiddenSites.remove': 'Forget',
  'hiddenSites.removeAll': 'Forget all of this site',
  'hiddenSites.count_one': '{{count}} place',
  'hiddenSites.count_other': '{{count}} places',
} as const;
