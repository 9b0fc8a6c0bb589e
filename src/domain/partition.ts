/** A group of Regions with its own accounts, IAM and STS; every ARN names it. */
export type Partition = (typeof partitions)[number][1] | 'aws';

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

/** The partition of a Region; `aws` unless the code says otherwise. */
export function partitionOf(region: string): Partition {
  return partitions.find(([codes]) => codes.test(region))?.[1] ?? 'aws';
}
