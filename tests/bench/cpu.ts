/** CPU time of processes, all their threads, user and system, as the kernel counts it. Linux only. */

/** Linux reports CPU time in these on every architecture it supports. */
const MS_PER_TICK = 10;

/** @throws Error when there is no such process */
export function cpuMs(pid: number): number {
  return statOf(pid).cpuMs;
}

/** With all of its children, those included that have ended. */
export function cpuMsOfFamily(pid: number): number {
  const { cpuMs, endedChildrenMs } = statOf(pid);
  const children = [...Deno.readDirSync('/proc')].flatMap(({ name }) => statIfAlive(Number(name)) ?? [])
    .filter(({ parent }) => parent === pid);
  return children.reduce((sum, child) => sum + child.cpuMs, cpuMs + endedChildrenMs);
}

/** Of all processes together, since the machine was started. */
export function cpuMsOfMachine(): number {
  const [, user = 0, nice = 0, system = 0, _idle, _wait, irq = 0, softirq = 0] = Deno.readTextFileSync(
    '/proc/stat',
  )
    .split('\n', 1)[0]!.split(/ +/).map(Number);
  return (user + nice + system + irq + softirq) * MS_PER_TICK;
}

export function parentOf(pid: number): number {
  return statOf(pid).parent;
}

function statOf(pid: number) {
  // the program's name comes in brackets and may hold anything; field 3 is the first behind it
  const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ').map(Number);
  const field = (number: number) => fields[number - 3] ?? 0;
  return {
    parent: field(4),
    cpuMs: (field(14) + field(15)) * MS_PER_TICK,
    endedChildrenMs: (field(16) + field(17)) * MS_PER_TICK,
  };
}

/** Null for what is no process, or none any more: then its parent counts it. */
function statIfAlive(pid: number) {
  if (!pid) return null;
  try {
    return statOf(pid);
  } catch {
    return null;
  }
}
