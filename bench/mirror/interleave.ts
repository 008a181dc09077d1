/**
 * All `runs` in turn, `times` over, so that what the machine does meanwhile hits all alike. Gives the figures by
 * name of the run.
 */
export async function interleave<Name extends string, Figures>(
  times: number,
  runs: Record<Name, () => Promise<Figures>>,
): Promise<Record<Name, Figures[]>> {
  const names = Object.keys(runs) as Name[];
  const all = Object.fromEntries(names.map((name): [string, Figures[]] => [name, []])) as Record<Name, Figures[]>;
  for (let at = 0; at < times; at += 1) {
    for (const name of names) all[name].push(await runs[name]());
  }
  return all;
}
