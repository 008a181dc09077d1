import { mount } from '../../shared/browser/ui/mount.tsx';
import { goOnWithJoinPage } from './join-page.ts';
import { firstFacts } from './popup-facts.ts';
import { Popup } from './popup.tsx';

// Known before the first picture, so that nothing moves under the pointer.
mount(<Popup first={await firstFacts} />);
void goOnWithJoinPage();
