/** Set by vite.config.ts; branches for the other browser fall out of the build. */
declare const __BROWSER__: 'chrome' | 'firefox' | 'page';
/** The relay this build was made for, or '' in the generic build. */
declare const __PUBLIC_URL__: string;
