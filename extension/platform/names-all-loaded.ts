/** Firefox tells of nothing among what a page has loaded that it had in its memory already. */
export const namesAllLoaded = __BROWSER__ !== 'firefox';
