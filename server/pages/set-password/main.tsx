import { mount } from '../../../shared/browser/ui/mount.tsx';
import { SetPasswordPage } from './set-password-page.tsx';

mount(<SetPasswordPage />);
