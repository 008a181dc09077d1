/** How this program is started again: as one file, or as a script that Node runs. */
export const isSingleFile = process.versions['bun'] !== undefined;

export const self = {
  command: process.execPath,
  args: isSingleFile ? [] : process.argv.slice(1, 2),
};
