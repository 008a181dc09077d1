import { mount } from '../../shared/browser/ui/mount.tsx';
import { goOnWithJoinPage } from './join-page.ts';
import { Popup } from './popup.tsx';

void goOnWithJoinPage();
mount(<Popup />);
