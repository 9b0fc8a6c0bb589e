import * as v from 'valibot';
import { targetNamePattern } from '../domain/target-name.ts';

/** Most characters (code points) of a note. */
export const longestNote = 500;

/** An account as the JSON Schema has it: editors ask for quotes, which keep a leading zero. */
export const quotedAccount = v.pipe(
  v.string(),
  v.regex(/^[0-9]{12}$/),
  v.metadata({
    description: 'The account that the CIDRs are in: 12 digits, in quotes.',
    examples: ['111122223333'],
  }),
);

/** An account as the file may have it: digits without quotes are exact where they are 12. */
export const account = v.union([quotedAccount, v.number()]);

// Other tools write null for a key that has no value, and a version in quotes.

/** One item of `associations`. */
export const associationSchema = v.pipe(
  v.objectWithRest(
    {
      asn: v.pipe(
        v.union([
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_294_967_295)),
          v.pipe(v.string(), v.regex(/^([Aa][Ss])?[1-9][0-9]{0,9}$/)),
        ]),
        v.metadata({
          description: 'The ASN that you brought to IPAM, in asplain digits (RFC 5396).',
          examples: [64500],
        }),
      ),
      cidr: v.pipe(
        v.string(),
        v.regex(/^[0-9A-Fa-f:.]+\/[0-9]{1,3}$/),
        v.metadata({
          description:
            'The CIDR that you brought to EC2, without host bits: IPv4 up to /24, IPv6 up to /48.',
          examples: ['198.51.100.0/24', '2001:db8:1000::/48'],
        }),
      ),
      note: v.optional(
        v.pipe(
          v.nullable(v.pipe(v.string(), v.maxLength(longestNote))),
          v.metadata({
            description: 'For people: reports show it, and it decides nothing.',
            examples: ['edge POP, ticket NET-12'],
          }),
        ),
      ),
    },
    v.never(),
  ),
  v.metadata({ description: 'An association of one CIDR with one ASN.' }),
);

/** One item of `targets`. */
export const targetSchema = v.pipe(
  v.objectWithRest(
    {
      name: v.optional(
        v.pipe(
          v.nullable(v.pipe(v.string(), v.regex(targetNamePattern))),
          v.metadata({
            description: 'The name in reports, unique in the file; account/region without one.',
            examples: ['edge/us-west-2'],
          }),
        ),
      ),
      account,
      region: v.pipe(
        v.string(),
        v.regex(/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/),
        v.metadata({
          description: 'The Region that the CIDRs are in; of a pool of IPAM, its locale.',
          examples: ['us-west-2'],
        }),
      ),
      associations: v.pipe(
        v.array(associationSchema),
        v.minLength(1),
        v.metadata({ description: 'What is to be associated. A CIDR may have several ASNs.' }),
      ),
    },
    v.never(),
  ),
  v.metadata({ description: 'One account and Region, which no other target has.' }),
);

/** The shape of the file; what its texts mean is for the parsers of each to say. */
export const configSchema = v.pipe(
  v.objectWithRest(
    {
      $schema: v.optional(
        v.pipe(
          v.nullable(v.string()),
          v.metadata({ description: 'For editors of JSON; not read.' }),
        ),
      ),
      version: v.pipe(
        v.picklist([1, '1']),
        v.metadata({ description: 'The version of this format.', examples: [1] }),
      ),
      targets: v.pipe(
        v.array(targetSchema),
        v.minLength(1),
        v.metadata({ description: 'Where associations are desired, and which.' }),
      ),
    },
    v.never(),
  ),
  v.metadata({
    title: 'Associations of BYOIP CIDRs with ASNs',
    description: 'What associate-ipam-byoasn associates, by account and Region.',
  }),
);
