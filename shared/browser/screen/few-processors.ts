const few = 4;

/** What is done for one picture takes from another here. */
export const hasFewProcessors = (): boolean => navigator.hardwareConcurrency <= few;
