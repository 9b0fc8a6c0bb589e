/** The words in which the reports of the actions differ: `entry` is what the file has for a CIDR. */
export const words = {
  associations: { title: 'BYOASN', entry: 'association', desired: 'ASN' },
  routes: { title: 'BYOASN routes', entry: 'route', desired: 'Origin' },
} as const;
