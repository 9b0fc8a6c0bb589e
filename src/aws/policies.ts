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

const statement = (Sid: string, region: string, ...Action: readonly string[]) =>
  ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'ec2:Region': region } },
  }) as const;

/**
 * The smallest policy of a role that plans; `ipamRegion` is where it lists the ASNs. The calls support
 * neither resources nor tags, only the Region (Service Authorization Reference, Amazon EC2). The roles
 * of iam/ allow the same actions.
 */
export function planPolicy(region: string, ipamRegion = region): Policy {
  const cidrs = 'ec2:DescribeByoipCidrs';
  const asns = 'ec2:DescribeIpamByoasn';
  const statements =
    ipamRegion === region
      ? [statement('Read', region, cidrs, asns)]
      : [statement('Read', region, cidrs), statement('ReadIpam', ipamRegion, asns)];
  return { Version: '2012-10-17', Statement: statements };
}

/** The smallest policy of a role that applies; `removes` if it disassociates too. EC2's DryRun needs it too. */
export function applyPolicy(
  region: string,
  ipamRegion = region,
  { removes = false }: { readonly removes?: boolean } = {},
): Policy {
  const { Version, Statement } = planPolicy(region, ipamRegion);
  const actions = ['ec2:AssociateIpamByoasn', ...(removes ? ['ec2:DisassociateIpamByoasn'] : [])];
  return { Version, Statement: [...Statement, statement('Associate', region, ...actions)] };
}

/** A policy as one line without spaces, for STS. */
export function compactPolicy(policy: Policy): string {
  return JSON.stringify(policy);
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
