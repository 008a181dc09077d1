import { mount } from '../../shared/browser/ui/mount.tsx';
import { Options } from './options.tsx';
import { SignInWindow } from './sign-in-window.tsx';

mount(location.hash === '#sign-in' ? <SignInWindow /> : <Options />);
