import { editorCases } from './cases/editors.ts';
import { gestureCases } from './cases/gestures.ts';
import { keyboardCases } from './cases/keyboard.ts';
import { nativeCases } from './cases/natives.ts';
import { pointerCases } from './cases/pointer.ts';
import { radixCases } from './cases/radix.ts';
import { reactCases } from './cases/react.ts';
import { vueCases } from './cases/vue.ts';
import { preactCases } from './cases/preact.ts';

/** In the customer's realm, as a site's own scripts are. */
Object.assign(window, {
  controlCases: [
    ...reactCases,
    ...vueCases,
    ...preactCases,
    ...radixCases,
    ...editorCases,
    ...nativeCases,
    ...keyboardCases,
    ...pointerCases,
    ...gestureCases,
  ],
});
