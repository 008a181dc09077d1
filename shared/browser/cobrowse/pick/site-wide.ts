import { stepsOf } from './place.ts';

const ownName = /^#(?:[\w-]|\\.)+$/;

/** A place that names its element everywhere on a site, and not by its order on one page. */
export const isSiteWide = (selector: string): boolean => stepsOf(selector).every((step) => ownName.test(step));
