const set = (names: string) => new Set(names.split(' '));

/** At-rules that fetch nothing; all others go. */
export const atRules = set(
  'media supports container layer keyframes -webkit-keyframes -moz-keyframes font-face page property scope ' +
    'starting-style counter-style font-feature-values font-palette-values position-try charset ' +
    'stylistic styleset character-variant swash ornaments annotation historical-forms ' +
    'top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center ' +
    'bottom-right bottom-right-corner left-top left-middle left-bottom right-top right-middle right-bottom',
);
/** These go too, but the CSSOM counts them: an empty rule keeps the place, for changes name rules by number. */
export const countedAtRules = set('import namespace');
/** At-rules whose prelude is no selector, although a block follows. */
export const conditions = set('media supports container layer page property font-face counter-style');

/** Functions in which a string is just text; in every other it may be an address. */
export const textFunctions = set(
  'format tech local type attr var env counter counters symbols selector target-counter target-counters ' +
    'target-text string content leader lang dir style',
);
/** Functions whose parts are addresses: nothing computed may stand in them. */
export const addressFunctions = set('image-set -webkit-image-set image src cross-fade -webkit-cross-fade url-prefix');
/** Functions that run something or copy what they should not. */
export const bannedFunctions = set('expression element -moz-element paint worklet');
/** Properties that run something. */
export const bannedProperties = set('behavior -ms-behavior -moz-binding');
/** Properties whose address is a document, not a picture: only a part of the same page will do. */
export const documentProperties = set(
  'filter -webkit-filter backdrop-filter -webkit-backdrop-filter clip-path -webkit-clip-path marker marker-start ' +
    'marker-mid marker-end offset-path shape-inside behavior -moz-binding fill stroke',
);

/** Where links lead; their `href` leads nowhere. */
export const linkHolder = 'data-beside-link';

/** The states of its own that a custom element is in. */
export const statesHolder = 'data-beside-states';

/** Pseudo-classes that only the customer's own browser knows, and what stands for them in the mirror, of the same weight. */
export const standIns: ReadonlyMap<string, string> = new Map([
  ['hover', '[data-beside-over]'],
  ['focus', '[data-beside-focus]'],
  ['focus-visible', '[data-beside-focus="visible"]'],
  ['focus-within', ':is([data-beside-focus],:has([data-beside-focus]))'],
]);
