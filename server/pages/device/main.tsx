import { mount } from '../../../shared/browser/ui/mount.tsx';
import { DevicePage } from './device-page.tsx';

mount(<DevicePage />);
