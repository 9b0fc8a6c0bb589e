/** A group of Regions with accounts, IAM and STS of its own; ARNs start with it. */
type Partition = (typeof partitions)[number][1] | 'aws';

/** Region codes and their partitions, as the AWS SDK's endpoint rules match them. */
const partitions = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eusc-/, 'aws-eusc'],
] as const;

/** The partition of a Region; `aws` for every Region that is in no other. */
export function partitionOf(region: string): Partition {
  return partitions.find(([codes]) => codes.test(region))?.[1] ?? 'aws';
}
