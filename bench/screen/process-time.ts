import { processTree } from '../../test/support/process-tree.ts';

/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10;

/** Processor time so far of that process and all that it has started, ms. */
export const processTime = (pid: number): number =>
  processTree(pid).reduce((sum, { fields }) => sum + (Number(fields[11]) + Number(fields[12])) * msPerTick, 0);
