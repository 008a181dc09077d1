import { mount } from '../../../shared/browser/ui/mount.tsx';
import { PrivacyPage } from './privacy-page.tsx';

mount(<PrivacyPage />);
