/** An IAM policy document. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
    readonly Condition: { readonly StringEquals: { readonly 'ec2:Region': string } };
  }[];
}

/** What a run does beside associating. */
interface PolicyOptions {
  /** It removes associations, for which it also reads origins. */
  readonly removes?: boolean;
}

/** A statement that allows actions in a Region. */
export const statement = (Sid: string, region: string, ...Action: readonly string[]) =>
  ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'ec2:Region': region } },
  }) as const;

/** What reads from where AWS advertises CIDRs, in the Region of the IPAM. */
export const originActions: readonly string[] = [
  'ec2:DescribeIpamResourceDiscoveries',
  'ec2:GetIpamDiscoveredRoutes',
];

/** A policy of these statements. */
export function policyOf(...statements: Policy['Statement']): Policy {
  return { Version: '2012-10-17', Statement: statements };
}

/** What a role reads: the CIDRs in their Region, and by other actions what IPAM has in its own. */
export function readStatements(
  region: string,
  ipamRegion: string,
  inIpam: readonly string[],
): Policy['Statement'] {
  const cidrs = 'ec2:DescribeByoipCidrs';
  return ipamRegion === region
    ? [statement('Read', region, cidrs, ...inIpam)]
    : [statement('Read', region, cidrs), statement('ReadIpam', ipamRegion, ...inIpam)];
}

/**
 * The smallest policy of a role that plans; `ipamRegion` is where it lists the ASNs. The calls support
 * neither resources nor tags, only the Region (Service Authorization Reference, Amazon EC2). The roles
 * of iam/ allow the same actions.
 */
export function planPolicy(
  region: string,
  ipamRegion = region,
  { removes = false }: PolicyOptions = {},
): Policy {
  const inIpam = ['ec2:DescribeIpamByoasn', ...(removes ? originActions : [])];
  return policyOf(...readStatements(region, ipamRegion, inIpam));
}

/** The smallest policy of a role that applies. EC2's DryRun needs it too. */
export function applyPolicy(
  region: string,
  ipamRegion = region,
  { removes = false }: PolicyOptions = {},
): Policy {
  const { Statement } = planPolicy(region, ipamRegion, { removes });
  const changes = ['ec2:AssociateIpamByoasn', ...(removes ? ['ec2:DisassociateIpamByoasn'] : [])];
  return policyOf(...Statement, statement('Associate', region, ...changes));
}

/** A policy as lines to paste: JSON with a line for each element of a statement. */
export function policyLines({ Version, Statement }: Policy): readonly string[] {
  const statements = Statement.map((statement) => {
    const elements = Object.entries(statement).map(
      ([name, value]) => `      "${name}": ${JSON.stringify(value, null, 1).replace(/\n */g, ' ')}`,
    );
    return `    {\n${elements.join(',\n')}\n    }`;
  });
  return [
    '{',
    `  "Version": "${Version}",`,
    '  "Statement": [',
    ...statements.join(',\n').split('\n'),
    '  ]',
    '}',
  ];
}

/** A policy under a line that says what it is. */
export function policyToPaste(policy: Policy): readonly string[] {
  return ['Smallest policy for the role, for this Region:', ...policyLines(policy)];
}
