import { mount } from '../../../shared/browser/ui/mount.tsx';
import { AdminPage } from './admin-page.tsx';

mount(<AdminPage />);
