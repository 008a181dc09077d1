import { mount } from '../../shared/browser/ui/mount.tsx';
import { goOnWithJoinPage } from './join-page.ts';
import { Popup, popupFacts } from './popup.tsx';

// Known before the first picture, so that nothing moves under the pointer.
mount(<Popup first={await popupFacts()} />);
void goOnWithJoinPage();
