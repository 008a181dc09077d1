import { mount } from '../../../shared/browser/ui/mount.tsx';
import { SignInPage } from './sign-in-page.tsx';

mount(<SignInPage />);
