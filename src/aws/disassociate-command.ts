import {
  DisassociateIpamByoasnCommand,
  type DisassociateIpamByoasnCommandInput,
} from '@aws-sdk/client-ec2';

/** The command that removes an association; only runs with removals load it. */
export function disassociateCommand(
  input: DisassociateIpamByoasnCommandInput,
): DisassociateIpamByoasnCommand {
  return new DisassociateIpamByoasnCommand(input);
}
