import { mount } from '../../../shared/browser/ui/mount.tsx';
import { JoinPage } from './join-page.tsx';

// A link pasted into a tab that has this page open already.
addEventListener('hashchange', () => location.reload());
mount(<JoinPage />);
