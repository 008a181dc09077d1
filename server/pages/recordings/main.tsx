import { mount } from '../../../shared/browser/ui/mount.tsx';
import { RecordingsPage } from './recordings-page.tsx';

mount(<RecordingsPage />);
