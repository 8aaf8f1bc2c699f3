/**
 * How long something kept this process busy, in ms of its processor: on a machine that others use
 * too, time on the wall tells of them.
 */
export function processorMs(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
