/** Tests on another Node than the action's would prove nothing about it. */
export function setup(): void {
  const [major] = process.versions.node.split('.');
  if (major !== '24') throw new Error(`tests run on Node 24, this is ${process.version}: npm test`);
}
