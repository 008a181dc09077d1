import { mount } from '../../../shared/browser/ui/mount.tsx';
import { JoinPage } from './join-page.tsx';

mount(<JoinPage />);
