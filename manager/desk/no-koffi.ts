/** Stands for koffi in the script for Linux with Node: other systems get the single file, which has koffi in it. */
export default {
  load(): never {
    throw new Error('This build is for Linux.');
  },
};
